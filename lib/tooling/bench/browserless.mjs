/**
 * Fills in our forms as a browser without script does: everything the page hides in the form is sent
 * back together with what is typed.
 */

const decode = (/** @type {string} */ text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** @param {string} tag @param {string} name */
function attribute(tag, name) {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? decode(found[1] ?? '') : undefined;
}

/**
 * The hidden fields of the form that holds a certain field.
 * @param {string} html
 * @param {string} marker text that only the wanted form holds, e.g. `name="title"`
 * @returns {[string, string][]}
 */
export function hiddenFields(html, marker) {
  const form = html.split('<form').find((part) => part.includes(marker)) ?? '';
  const inputs = form.split('</form>')[0]?.match(/<input\b[^>]*type="hidden"[^>]*>/g) ?? [];
  return inputs.map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']);
}

/**
 * @param {[string, string][]} fields
 * @returns {{ body: string, type: string }}
 */
function multipart(fields) {
  const boundary = `----stadtteilforum${Math.random().toString(36).slice(2)}`;
  const parts = fields.map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return {
    body: `${parts.join('')}--${boundary}--\r\n`,
    type: `multipart/form-data; boundary=${boundary}`,
  };
}

/**
 * A visitor with a cookie jar for one cookie and an address of their own, so that limits per address
 * do not measure themselves.
 */
export class Visitor {
  cookie = '';

  /** @param {string} base @param {string} address as the one proxy in front would tell it */
  constructor(base, address) {
    this.base = base;
    this.address = address;
  }

  headers() {
    return {
      'x-forwarded-for': this.address,
      ...(this.cookie ? { cookie: this.cookie } : {}),
    };
  }

  /** @param {string} path */
  async page(path) {
    const response = await fetch(new URL(path, this.base), {
      headers: this.headers(),
      redirect: 'manual',
    });
    return { status: response.status, html: await response.text() };
  }

  /**
   * A form ready to be sent: the page is fetched now, `shot` sends it.
   * @param {string} path
   * @param {string} marker
   * @param {[string, string][]} typed
   * @returns {Promise<import('./load.mjs').Shot>}
   */
  async prepared(path, marker, typed) {
    const { html } = await this.page(path);
    return this.shot(path, [...hiddenFields(html, marker), ...typed]);
  }

  /**
   * @param {string} path
   * @param {[string, string][]} fields
   * @returns {import('./load.mjs').Shot}
   */
  shot(path, fields) {
    const { body, type } = multipart(fields);
    return {
      path,
      method: 'POST',
      headers: {
        ...this.headers(),
        origin: this.base,
        'content-type': type,
        'content-length': Buffer.byteLength(body),
      },
      body,
    };
  }

  /**
   * Sends a form and keeps the cookie it sets.
   * @param {import('./load.mjs').Shot} shot
   */
  async send(shot) {
    const { 'content-length': _, ...headers } = /** @type {Record<string, string>} */ (
      shot.headers ?? {}
    );
    const response = await fetch(new URL(shot.path, this.base), {
      method: 'POST',
      headers,
      body: /** @type {string} */ (shot.body),
      redirect: 'manual',
    });
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (set[0]) this.cookie = set[0];
    return {
      status: response.status,
      location: response.headers.get('location') ?? '',
      html: await response.text(),
    };
  }
}
