/** Addresses that secrets are sent to, and those that answers link. */

/**
 * - `foreign`: neither https nor on this machine, where tokens could be read on the way.
 * - `laden`: holds a user name, a password, a query or a fragment beside the address.
 */
type AddressFault = 'foreign' | 'laden';

/** What is wrong with `value` as the base address of an API; undefined where nothing is. */
export function addressFault(value: string): AddressFault | undefined {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const local = url !== undefined && /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    return 'foreign';
  // `?` and `#` are looked for in the text: an empty query or fragment leaves no trace in the parsed address.
  return url.username !== '' || url.password !== '' || /[?#]/.test(value) ? 'laden' : undefined;
}

/** Whether an answer may link an address: only https without credentials is, and nothing of more than `longest` characters. */
export function isLinkable(url: string | undefined, longest = 2048): url is string {
  if (url === undefined || url.length > longest || !URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return protocol === 'https:' && username === '' && password === '';
}
