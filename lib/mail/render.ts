import type { MailContent } from './content';

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

function absolute(appUrl: string, path: string): string {
  return new URL(path, appUrl).toString();
}

/** Plain text of a mail. @param appUrl configured address; never taken from a request */
export function renderText(content: MailContent, appUrl: string): string {
  const link = content.link
    ? [`${content.link.label}:\n${absolute(appUrl, content.link.path)}`]
    : [];
  return [...content.paragraphs, ...link].join('\n\n');
}

/** The same as simple HTML, readable in any mail program. */
export function renderHtml(content: MailContent, appUrl: string): string {
  const paragraphs = content.paragraphs.map(
    (text) => `<p>${escapeHtml(text).replace(/\n/g, '<br>')}</p>`,
  );
  const link = content.link
    ? `<p><a href="${escapeHtml(absolute(appUrl, content.link.path))}">${escapeHtml(content.link.label)}</a></p>`
    : '';
  return `<div style="font:18px/1.55 sans-serif;color:#1b2430;max-width:36em">${paragraphs.join('')}${link}</div>`;
}
