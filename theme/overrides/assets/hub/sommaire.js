// In the contents of a page, the part that is being read: the last one whose title has come up the screen.

const links = [...document.querySelectorAll(".sommaire a")];
const parts = links
  .map((link) => [document.getElementById(decodeURIComponent(link.hash.slice(1))), link])
  .filter(([title]) => title);

const watcher = new IntersectionObserver(() => {
  const read = parts.findLast(([title]) => title.getBoundingClientRect().top < innerHeight / 3);
  for (const [, link] of parts)
    if (link === read?.[1]) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
}, {rootMargin: "0px 0px -66%"});
for (const [title] of parts) watcher.observe(title);
