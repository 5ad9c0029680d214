document.documentElement.classList.add("avec-script");

// The theme the reader chose, before anything is drawn. Without a choice the system's own applies.
try {
  const choice = localStorage.getItem("theme");
  if (choice) document.documentElement.dataset.theme = choice;
} catch {} // a browser that keeps nothing
