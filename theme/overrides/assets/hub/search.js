// Search: nothing is asked for before a reader uses it. Without scripts, the header has a link instead.

const form = document.querySelector(".recherche-tete");

/** A part may fail to come: the network is down, or the site was published anew under an open tab. The next focus
 *  tries again; meanwhile the form leads to the page of results by itself. */
function wait() {
  form.addEventListener("focusin", () => import("./search/header.js").then((it) => it.start(form), wait), { once: true });
}

if (form) wait();

const page = document.getElementById("_recherche-page");
if (page) {
  const asked = page.querySelector("form");
  const start = () => import("./search/page.js").then((it) => it.start(page), () => {
    page.querySelector("[role=status]").textContent = "La recherche n’a pas pu se charger : rechargez la page, ou passez par le plan du site.";
  });
  asked.hidden = false;
  if (new URLSearchParams(location.search).has("q")) start();
  else asked.addEventListener("focusin", start, { once: true });
}
