/*
 * Completes what is typed into the search field, as a combobox with a list box (WAI-ARIA Authoring Practices, "Editable
 * Combobox With List Autocomplete"). The page does all else without it.
 */
const WAIT = 120;
const input = document.querySelector('#q');
if (input) complete(input);
// On a phone the sections stand in one row: where this page is one of them, it is in sight.
const current = document.querySelector('.sections [aria-current]');
const row = current?.closest('.sections');
if (row) row.scrollLeft = current.offsetLeft + current.offsetWidth / 2 - row.clientWidth / 2;
document.addEventListener('keydown', (event) => {
  const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey || !input) return;
  event.preventDefault();
  input.focus();
  input.select();
});

function complete(field) {
  const list = document.createElement('ul');
  list.id = 'suggestions';
  list.className = 'suggestions';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  field.form.append(list);
  const status = document.createElement('p');
  status.className = 'hidden';
  status.setAttribute('role', 'status');
  field.form.append(status);
  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-expanded', 'false'],
    ['aria-controls', list.id],
  ]) {
    field.setAttribute(name, value);
  }

  let chosen = -1;
  let timer;
  let running;

  function close() {
    clearTimeout(timer);
    running?.abort();
    list.hidden = true;
    chosen = -1;
    field.setAttribute('aria-expanded', 'false');
    field.removeAttribute('aria-activedescendant');
  }

  function choose(index) {
    const options = [...list.children];
    chosen = (index + options.length + 1) % (options.length + 1);
    if (chosen === options.length) chosen = -1;
    for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === chosen));
    if (chosen < 0) field.removeAttribute('aria-activedescendant');
    else {
      field.setAttribute('aria-activedescendant', options[chosen].id);
      options[chosen].scrollIntoView({ block: 'nearest' });
    }
  }

  /** Asks a whole line, which continues nothing. */
  function go(line) {
    close();
    field.value = line;
    field.form.elements.after?.remove();
    field.form.requestSubmit();
  }

  function show(suggestions) {
    list.replaceChildren(
      ...suggestions.map(({ label, detail, line }, index) => {
        const option = document.createElement('li');
        option.id = `suggestion-${index}`;
        option.setAttribute('role', 'option');
        option.setAttribute('aria-selected', 'false');
        const name = document.createElement('bdi');
        name.textContent = label;
        const more = document.createElement('span');
        more.textContent = detail;
        option.append(name, ' ', more);
        // Before the field loses the focus, which closes the list.
        option.addEventListener('pointerdown', (event) => {
          event.preventDefault();
          go(line);
        });
        option.dataset.line = line;
        return option;
      }),
    );
    chosen = -1;
    list.hidden = suggestions.length === 0;
    field.setAttribute('aria-expanded', String(!list.hidden));
    field.removeAttribute('aria-activedescendant');
    status.textContent = list.hidden ? '' : `${suggestions.length} suggestions`;
  }

  async function ask() {
    running?.abort();
    if (field.value.trim() === '') {
      close();
      return;
    }
    running = new AbortController();
    try {
      const address = `/api/suggest?${new URLSearchParams({ q: field.value })}`;
      const reply = await fetch(address, { signal: running.signal });
      if (reply.ok) show(await reply.json());
    } catch (error) {
      // A newer key stroke ended this one; or the service is away, and the form still says so when it is sent.
      if (error.name !== 'AbortError') close();
    }
  }

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  field.addEventListener('blur', close);
  field.form.addEventListener('submit', close);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) void ask();
      else
        choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? list.children.length - 1 : chosen - 1);
    } else if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault();
      go(list.children[chosen].dataset.line);
    } else if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
}
