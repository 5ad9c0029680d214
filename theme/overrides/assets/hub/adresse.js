// What is chosen in a form stands in the address of its page, so that it can be sent and found again.

// Writes there what is chosen; what chooses nothing is left out.
export const keep = (form, { state = history.state, hash = location.hash } = {}) => {
  const chosen = [...new FormData(form)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value);
  const query = new URLSearchParams(chosen).toString();
  history.replaceState(state, "", `${location.pathname}${query ? `?${query}` : ""}${hash}`);
};

// Chooses what it says.
export const restore = (form, asked = new URLSearchParams(location.search)) => {
  for (const [name, value] of asked) {
    const found = form.elements.namedItem(name);
    for (const field of found instanceof RadioNodeList ? found : [found ?? []].flat())
      if (["checkbox", "radio"].includes(field.type)) field.checked ||= field.value === value;
      else field.value = value;
  }
};
