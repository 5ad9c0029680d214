// The panel of `serve`: reloads the page when it is another, says what is wrong in the texts, and what the edits do.
//
// It stands in a shadow tree, under its own style sheet: neither the site's look nor its scripts reach it.

(() => {
  const mine = document.currentScript.dataset.page;
  const LONGEST_PAUSE = 5000;
  const MEMORY = "apercu";

  const counted = (number, one, many) => `${number} ${number > 1 ? many : one}`;
  const pause = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children.filter(child => child !== null));
    return made;
  }

  // What the reader closed, and whether warnings are open: kept from one page to the next, in this tab.
  const memory = {
    read() {
      try {
        return JSON.parse(sessionStorage.getItem(MEMORY)) ?? {};
      } catch {
        return {};
      }
    },
    write(values) {
      try {
        sessionStorage.setItem(MEMORY, JSON.stringify({ ...this.read(), ...values }));
      } catch {} // a browser that keeps nothing
    },
  };

  const host = element("div", { hidden: true });
  const root = host.attachShadow({ mode: "open" });
  const words = element("span", { className: "mots" });
  const pill = element("button", { type: "button", className: "pastille" }, words);
  const close = element("button", { type: "button", className: "fermer" }, "Fermer");
  const title = element("h2", { id: "titre" });
  const version = element("p", { className: "version" });
  const list = element("ol", { className: "problemes" });
  const rest = element("p", { className: "restants" });
  const inside = element("div", { className: "contenu", tabIndex: 0 }, list, rest);
  const panel = element("section", { id: "panneau", hidden: true }, element("header", {}, title, close), version, inside);
  const status = element("p", { className: "annonce" });
  const done = element("button", { type: "button", className: "modifs", hidden: true }, "Ce qui changera");
  const doneClose = element("button", { type: "button", className: "fermer" }, "Fermer");
  const doneTitle = element("h2", { id: "titre-modifs" }, "Ce que font vos modifications");
  const sentence = element("p", { className: "version" });
  const parts = element("div", { className: "contenu", tabIndex: 0 });
  const outlook = element("section", { id: "modifs", hidden: true },
    element("header", {}, doneTitle, doneClose), parts);
  const pills = element("div", { className: "pastilles" }, done, pill);
  const frame = element("div", { className: "apercu" }, panel, outlook, pills, status);
  panel.setAttribute("aria-labelledby", "titre");
  inside.setAttribute("role", "group");
  inside.setAttribute("aria-label", "Ce qu’il y a à corriger");
  pill.setAttribute("aria-controls", "panneau");
  outlook.setAttribute("aria-labelledby", "titre-modifs");
  parts.setAttribute("role", "group");
  parts.setAttribute("aria-label", "Ce que font vos modifications, point par point");
  done.setAttribute("aria-controls", "modifs");
  status.setAttribute("role", "status");
  status.setAttribute("aria-live", "polite");
  const sheet = element("link", { rel: "stylesheet", href: "/__apercu.css" });
  root.append(sheet, frame);
  const styled = new Promise(resolve => {
    sheet.onload = sheet.onerror = resolve;
  });
  document.body.append(host);

  let said = null;

  const errorsOf = problems => problems.filter(one => one.gravite === "error").map(one => [one.fichier, one.phrase]);
  const signature = () => JSON.stringify([said.panne, errorsOf(said.problemes ?? [])]);
  const grave = () => Boolean(said.panne || said.erreurs);

  // What opens once the page was read does so in a movement; what stays open does not move again.
  let lively = false;

  function reveal(section, open) {
    if (open && section.hidden) section.classList.toggle("vif", lively);
    section.hidden = !open;
  }

  function set(open) {
    reveal(panel, open);
    pill.setAttribute("aria-expanded", open);
    if (open) unfold(false);
  }

  function unfold(open) {
    reveal(outlook, open);
    done.setAttribute("aria-expanded", open);
    if (open && !panel.hidden) choose(false);
  }

  function choose(open) {
    set(open);
    memory.write(grave() ? { closed: open ? "" : signature() } : { warnings: open });
  }

  function shut() {
    const focused = root.activeElement;
    choose(false);
    if (focused && focused !== pill) pill.focus();
  }

  function look(open) {
    unfold(open);
    memory.write({ outlook: open });
  }

  function fold() {
    const focused = root.activeElement;
    look(false);
    if (focused && focused !== done) done.focus();
  }

  pill.onclick = () => choose(panel.hidden);
  close.onclick = shut;
  done.onclick = () => look(outlook.hidden);
  doneClose.onclick = fold;
  document.addEventListener("keydown", event => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (!panel.hidden) shut();
    else if (!outlook.hidden) fold();
  });

  // No guillemet nor colon alone at the end of a line.
  const bound = words => words.replace(/« /g, "«\u00a0").replace(/ (?=[»:;?!])/g, "\u00a0");
  const files = names => names.map(name => `« ${name} »`).join(", ");

  // Which version of its texts the page shows.
  function shown({ panne, version, fichiers, retenus, erreurs }) {
    if (panne) return `Cette page n’a pas pu être refaite. ${panne}`;
    if (version === "retenue")
      return `Vous lisez la dernière version sans erreur de ${files(fichiers)}. Corrigez, enregistrez : la page suivra.`;
    if (version === "absente")
      return `${files(fichiers)} n’a pas encore de version sans erreur : cette page paraîtra une fois l’erreur corrigée.`;
    if (version === "telle-quelle") return "Cette page est montrée avec ses erreurs : le site ne serait pas publié ainsi.";
    if (retenus?.length)
      return `Cette page est à jour, mais ce que dit ${files(retenus)} y est montré dans sa dernière version sans erreur.`;
    return erreurs ? "Cette page n’est pas en cause, mais le site ne serait pas publié ainsi." : "Rien n’empêche de publier.";
  }

  function heading({ panne, erreurs, avertissements }) {
    const counts = [
      erreurs ? counted(erreurs, "erreur", "erreurs") : "",
      avertissements ? counted(avertissements, "avertissement", "avertissements") : "",
    ].filter(Boolean);
    return counts.join(", ") || (panne ? "Page en panne" : "");
  }

  function label() {
    const { panne, erreurs, avertissements, version } = said;
    if (panne) return "Page en panne";
    const count = erreurs ? counted(erreurs, "erreur", "erreurs") : counted(avertissements, "avertissement", "avertissements");
    return version === "retenue" ? `${count} · la dernière version sans erreur` : count;
  }

  function excerpt({ extrait, ligne }) {
    if (!extrait) return null;
    const [before, after] = extrait;
    const wrong = after.match(/^[^\s()[\]{}<>"]+/)?.[0] ?? after.slice(0, 1);
    const code = element("code", {}, before.trimStart(), element("mark", {}, wrong || " "), after.slice(wrong.length));
    const number = element("span", { className: "numero", ariaHidden: "true" }, String(ligne));
    return element("pre", {}, number, code);
  }

  // What asks whether another word was meant is no order.
  function remedy(words) {
    const label = words.startsWith("Vouliez-vous") ? null : element("strong", {}, "À faire\u00a0: ");
    return element("p", { className: "remede" }, label, words);
  }

  function item(problem) {
    const isError = problem.gravite === "error";
    const where = element("p", { className: "lieu" },
      element("span", { className: "gravite" }, isError ? "Erreur" : "Avertissement"), " ",
      element("span", { className: "fichier" }, problem.fichier), ` ligne\u00a0${problem.ligne}`);
    const elsewhere = problem.ailleurs - problem.places.length;
    const places = problem.places.join(" ; ") + (elsewhere ? ` ; et ${counted(elsewhere, "autre endroit", "autres endroits")}` : "");
    const made = element("li", {},
      where,
      element("p", { className: "phrase" }, bound(problem.phrase)),
      excerpt(problem),
      problem.remede ? remedy(bound(problem.remede)) : null,
      places ? element("p", { className: "ailleurs" }, `De même : ${places}.`) : null,
      element("details", {},
        element("summary", {}, "Pourquoi ?"),
        element("p", {}, bound(`${problem.raison} `), element("span", { className: "code" }, `Règle ${problem.code}`))));
    made.dataset.gravite = problem.gravite;
    return made;
  }

  // What the edits do, as « changes » says it.
  function point({ mots, suite, code }) {
    return element("li", {},
      element("p", {}, mots),
      suite.length ? element("ul", {}, ...suite.map(one => element("li", {}, one))) : null,
      code ? element("pre", {}, element("code", {}, code)) : null);
  }

  function part({ titre, lignes, restants }) {
    return element("section", {},
      element("h3", {}, titre),
      element("ul", { className: "points" }, ...lignes.map(point)),
      restants ? element("p", { className: "restants" }, `Et ${counted(restants, "autre", "autres")} : « ${said.commande} changes » les dit.`) : null);
  }

  function foresee(told) {
    done.hidden = !told;
    const known = JSON.stringify(told ?? null);
    if (known === parts.dataset.known) return;
    parts.dataset.known = known;
    if (!told) {
      unfold(false);
      return;
    }
    sentence.textContent = bound(`${told.depuis}. ${told.phrase}`);
    parts.replaceChildren(sentence, ...told.parties.map(part));
    if (memory.read().outlook && panel.hidden) unfold(true);
  }

  function show(next) {
    const before = said === null ? "" : heading(said);
    said = next;
    const count = heading(said);
    frame.dataset.etat = grave() ? "erreurs" : "avertissements";
    title.textContent = count;
    version.textContent = bound(shown(said));
    words.textContent = label();
    const problems = said.problemes ?? [];
    if (JSON.stringify(problems) !== list.dataset.known) {
      list.replaceChildren(...problems.map(item));
      list.dataset.known = JSON.stringify(problems);
    }
    rest.textContent = said.restants ? `Et ${counted(said.restants, "autre", "autres")} : « ${said.commande} check » les montre.` : "";
    rest.hidden = !said.restants;
    const known = memory.read();
    pill.hidden = !count;
    set(Boolean(count) && (grave() ? known.closed !== signature() : Boolean(known.warnings)));
    foresee(said.changement);
    lively = true;
    host.hidden = !count && !said.changement;
    if (count) status.textContent = `${count}. ${shown(said)}`;
    else if (before) status.textContent = "Tout est corrigé.";
  }

  function stopped() {
    said = { panne: "", problemes: [], ...said, erreurs: 0, avertissements: 0 };
    frame.dataset.etat = "arret";
    set(false);
    foresee(null);
    pill.hidden = false;
    words.textContent = "Le serveur d’essai est arrêté";
    status.textContent = "Le serveur d’essai est arrêté.";
    host.hidden = false;
  }

  // A tab in the background asks nothing, and keeps none of the few connections that a browser opens.
  const visible = () => new Promise(resolve => {
    if (!document.hidden) resolve();
    else document.addEventListener("visibilitychange", () => resolve(visible()), { once: true });
  });

  // Where she was reading: the browser itself forgets a place that is a moment old.
  const [href, left, top] = memory.read().place ?? [];
  if (href === location.href) {
    const back = () => scrollTo({ left, top, behavior: "instant" });
    memory.write({ place: null });
    history.scrollRestoration = "manual";
    back();
    addEventListener("load", () => {
      back();
      history.scrollRestoration = "auto";
    }, { once: true });
  }

  async function ask(token) {
    const left = new AbortController();
    const hide = () => document.hidden && left.abort();
    document.addEventListener("visibilitychange", hide);
    try {
      const query = new URLSearchParams({ page: location.pathname, connu: token });
      const answer = await fetch(`/__version?${query}`, { signal: left.signal });
      if (!answer.ok) throw new Error(answer.status);
      return await answer.json();
    } catch (error) {
      if (left.signal.aborted) return null;
      throw error;
    } finally {
      document.removeEventListener("visibilitychange", hide);
    }
  }

  let leaving = false;
  addEventListener("pagehide", () => { leaving = true; });
  addEventListener("pageshow", () => { leaving = false; });

  (async () => {
    let token = "";
    let longer = 250;
    await styled;
    for (;;) {
      await visible();
      try {
        const answer = await ask(token);
        longer = 250;
        if (answer === null) continue;
        if (answer.page !== mine) {
          memory.write({ place: [location.href, scrollX, scrollY] });
          location.reload();
          return;
        }
        if (answer.jeton !== token) show(answer);
        token = answer.jeton;
      } catch {
        token = "";
        if (!leaving) stopped();
        await pause(longer);
        longer = Math.min(2 * longer, LONGEST_PAUSE);
      }
    }
  })();
})();
