// Search: nothing is asked for before a reader uses it. Without scripts, the header has a link instead.

const form = document.querySelector(".recherche-tete");
form?.addEventListener("focusin", () => import("./search/header.js").then((it) => it.start(form)), { once: true });

const page = document.getElementById("recherche");
if (page) import("./search/page.js").then((it) => it.start(page));
