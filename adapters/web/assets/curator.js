/*
 * Brings the curator's view up to date while it is open: the service tells that something changed, the page fetches itself
 * and takes over what is new. Where one reads, what is unfolded and what has the focus stay as they are.
 */
const EVENTS = '/curator/events';
let stream;
let fetching = false;
let again = false;

const view = () => document.querySelector('#curator');

function tellThatItLives() {
  const note = document.querySelector('#live');
  if (note?.dataset.live) note.textContent = note.dataset.live;
}

async function bringUpToDate() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const reply = await fetch(location.pathname);
    if (!reply.ok) return;
    const fresh = new DOMParser().parseFromString(await reply.text(), 'text/html').querySelector('#curator');
    if (fresh) takeOver(fresh);
  } catch {
    // The service is away; the stream comes back with it and tells where it stands.
  } finally {
    fetching = false;
    if (again) {
      again = false;
      void bringUpToDate();
    }
  }
}

/** Replaces part by part, and only parts that differ, so that a reader's place is kept. */
function takeOver(fresh) {
  const old = view();
  if (old.children.length !== fresh.children.length) old.replaceChildren(...fresh.children);
  else {
    for (const [index, part] of [...fresh.children].entries()) {
      if (!old.children[index].isEqualNode(part)) old.children[index].replaceWith(part);
    }
  }
  old.dataset.version = fresh.dataset.version;
  old.dataset.revision = fresh.dataset.revision;
  tellThatItLives();
}

function follow() {
  stream ??= new EventSource(EVENTS);
  stream.onmessage = ({ data }) => {
    if (data !== view().dataset.version) void bringUpToDate();
  };
}

/* A browser opens few connections to one host; a page that nobody looks at needs none. */
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') follow();
  else {
    stream?.close();
    stream = undefined;
  }
});
if (view()) {
  follow();
  tellThatItLives();
}
