// What a reader may choose: the theme, and on a phone whether the menu is open.
// The menu is folded by the style sheet before anything is drawn, so that nothing moves.
// Without this script the page follows the system's theme and the menu is a plain list.

const root = document.documentElement;

const themeButton = document.querySelector(".theme-bouton");
if (themeButton) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "sombre" : system.matches);
  const tell = () => { themeButton.textContent = isDark() ? "Thème clair" : "Thème sombre"; };
  themeButton.hidden = false;
  tell();
  system.addEventListener("change", tell);
  themeButton.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "clair" : "sombre";
    try { localStorage.setItem("theme", root.dataset.theme); } catch {} // not kept: for this page only
    tell();
  });
}

const menuButton = document.querySelector(".menu-bouton");
const menu = document.getElementById("_menu");
if (menuButton && menu) {
  const open = (state) => {
    menuButton.setAttribute("aria-expanded", String(state));
    menu.classList.toggle("menu-ouvert", state);
  };
  menuButton.addEventListener("click", () => open(menuButton.getAttribute("aria-expanded") !== "true"));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && menuButton.getAttribute("aria-expanded") === "true") {
      open(false);
      menuButton.focus();
    }
  });
}

// An entry of the menu that is open is closed by whoever goes on: elsewhere in the page, or by « Échap ».
for (const entry of menu?.querySelectorAll("details") ?? []) {
  entry.addEventListener("focusout", ({relatedTarget: next}) => { if (next && !entry.contains(next)) entry.open = false; });
  entry.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !entry.open) return;
    event.stopPropagation();
    entry.open = false;
    entry.querySelector("summary").focus();
  });
  document.addEventListener("click", ({target}) => { if (!entry.contains(target)) entry.open = false; });
}

// What one kind of page alone needs.
if (document.querySelector(".tri")) import("./annuaire.js");
if (document.querySelector(".tri-dates")) import("./agenda.js");
if (document.querySelector(".sommaire")) import("./sommaire.js");

// What is chosen of the exchanges: the style sheet shows it alone, the address keeps it.
const choices = document.querySelector(".echanges-choix");
if (choices) import("./adresse.js").then(({ keep, restore }) => {
  restore(choices);
  choices.addEventListener("input", () => keep(choices));
});

// What a link leads to may be folded; not every browser unfolds it.
const unfold = () => {
  const place = document.querySelector(":target");
  const fold = place?.closest("details:not([open], [name])");
  if (fold) { fold.open = true; place.scrollIntoView(); }
};
addEventListener("hashchange", unfold);
unfold();

// Copying an address, and saying so to everybody.
const said = document.querySelector(".copie-dite");
for (const button of document.querySelectorAll("[data-copie]")) {
  const words = button.innerHTML;
  button.hidden = !navigator.clipboard; // only where the connection is safe
  button.addEventListener("click", async () => {
    const place = document.getElementById(button.dataset.copie);
    const address = place.textContent;
    try {
      await navigator.clipboard.writeText(address);
    } catch { // the browser refuses: the address is selected, ready to be copied by hand
      getSelection().selectAllChildren(place);
      said.textContent = "L’adresse est sélectionnée : copiez-la.";
      return;
    }
    button.textContent = "Copiée";
    said.textContent = `Adresse copiée : ${address}`;
    setTimeout(() => { button.innerHTML = words; }, 2500);
  });
}

// Search: nothing is asked for before a reader uses it. Without scripts, the header has a link instead.
// A part may fail to come: the network is down, or the site was published anew under an open tab. The next focus
// tries again; meanwhile the form leads to the page of results by itself.
const field = document.querySelector(".recherche-tete");
const waitForField = () => {
  field.addEventListener("focusin", () => import("./search/header.js").then((it) => it.start(field), waitForField), { once: true });
};
if (field) waitForField();

const results = document.getElementById("_recherche-page");
if (results) {
  const asked = results.querySelector("form");
  const start = () => import("./search/page.js").then((it) => it.start(results), () => {
    results.querySelector("[role=status]").textContent = "La recherche n’a pas pu se charger : rechargez la page, ou passez par le plan du site.";
  });
  asked.hidden = false;
  if (new URLSearchParams(location.search).has("q")) start();
  else asked.addEventListener("focusin", start, { once: true });
}
