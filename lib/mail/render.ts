import { HIDDEN, Secret } from '@/lib/core/secret';
import type { MailContent } from './content';

/** A mail as it is sent, with everything in it. */
export interface MailMessage {
  text: string;
  html: string;
  /** Address of the page that ends mails of this kind, or empty. */
  off: string;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => escapes[character] ?? character);
}

const revealed = (part: string | Secret) => (part instanceof Secret ? part.reveal() : part);

/** The links of a mail with their addresses. @param appUrl configured address; never taken from a request */
function linksOf({ link, off }: MailContent, appUrl: string): { label: string; href: string }[] {
  return [link, off]
    .filter((found) => found !== undefined)
    .map(({ label, path }) => ({ label, href: new URL(revealed(path), appUrl).href }));
}

/** What a mail says, from its greeting to whom one may ask. */
const saidIn = ({ hello, paragraphs, ask }: MailContent): (string | Secret)[] =>
  [hello, ...paragraphs, ask].filter((part) => part !== undefined);

const htmlOf = (paragraph: string) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`;

/** The mail as plain text and as simple HTML, readable in any mail program. */
export function renderMessage(content: MailContent, appUrl: string): MailMessage {
  const paragraphs = saidIn(content).map(revealed);
  const links = linksOf(content, appUrl);
  const htmlParagraphs = paragraphs.map(htmlOf);
  const htmlLinks = links.map(
    ({ label, href }) => `<p><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></p>`,
  );
  return {
    text: [...paragraphs, ...links.map(({ label, href }) => `${label}:\n${href}`)].join('\n\n'),
    html: `<div style="font:18px/1.55 sans-serif;color:#1b2430;max-width:36em">${htmlParagraphs.join('')}${htmlLinks.join('')}</div>`,
    off: content.off ? new URL(content.off.path.reveal(), appUrl).href : '',
  };
}

/** What others than the reader may see of it: where a secret is, stands `HIDDEN`. */
export function renderOpenText(content: MailContent, appUrl: string): string {
  const { link } = content;
  const shown = saidIn(content).map((part) => (part instanceof Secret ? HIDDEN : part));
  if (!link) return shown.join('\n\n');
  const address = link.path instanceof Secret ? HIDDEN : new URL(link.path, appUrl).href;
  return [...shown, `${link.label}:\n${address}`].join('\n\n');
}

/** What a mail says as plain text, with other words in place of one of its paragraphs. */
export const rewordText = (text: string, { before, now }: { before: string; now: string }) =>
  `\n\n${text}\n\n`.replaceAll(`\n\n${before}\n\n`, () => `\n\n${now}\n\n`).slice(2, -2);

/** The same of all a mail is sent with. */
export const rewordMessage = (
  message: MailMessage,
  words: { before: string; now: string },
): MailMessage => ({
  ...message,
  text: rewordText(message.text, words),
  html: message.html.replaceAll(htmlOf(words.before), () => htmlOf(words.now)),
});
