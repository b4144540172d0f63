import type { MailContent } from './content';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

function absolute(appUrl: string, path: string): string {
  return new URL(path, appUrl).toString();
}

/** Plain text of a mail. @param appUrl configured address; never taken from a request */
export function renderText({ paragraphs, link, off }: MailContent, appUrl: string): string {
  const links = [link, off]
    .filter((found) => found !== undefined)
    .map(({ label, path }) => `${label}:\n${absolute(appUrl, path)}`);
  return [...paragraphs, ...links].join('\n\n');
}

/** The same as simple HTML, readable in any mail program. */
export function renderHtml(content: MailContent, appUrl: string): string {
  const paragraphs = content.paragraphs.map(
    (text) => `<p>${escapeHtml(text).replace(/\n/g, '<br>')}</p>`,
  );
  const links = [content.link, content.off]
    .filter((found) => found !== undefined)
    .map(({ label, path }) => {
      const href = escapeHtml(absolute(appUrl, path));
      return `<p><a href="${href}">${escapeHtml(label)}</a></p>`;
    });
  return `<div style="font:18px/1.55 sans-serif;color:#1b2430;max-width:36em">${paragraphs.join('')}${links.join('')}</div>`;
}
