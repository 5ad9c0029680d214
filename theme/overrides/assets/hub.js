// Folds the menu on a phone. Without this script the menu is a plain list, always open.
(() => {
  const button = document.querySelector(".menu-bouton");
  const menu = document.getElementById("menu");
  if (!button || !menu) return;
  const open = (state) => {
    button.setAttribute("aria-expanded", String(state));
    menu.classList.toggle("menu-plie", !state);
  };
  button.hidden = false;
  open(false);
  button.addEventListener("click", () => open(button.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && button.getAttribute("aria-expanded") === "true") {
      open(false);
      button.focus();
    }
  });
})();
