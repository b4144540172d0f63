import { transportOptions } from '../../core/smtp.mjs';
import { codeOf, sayer, textOf } from './finding.mjs';

/**
 * @typedef {import('./finding.mjs').Finding} Finding
 * @typedef {import('../../core/env-mail.mjs').Smtp} Smtp
 */

const PATIENCE_MS = 8000;

/** @type {readonly [RegExp, (place: string) => string][]} by what system, library and server say; the first that fits */
const SENTENCES = [
  [
    /EAUTH|\b535\b/,
    (place) =>
      `${place} weist Name oder Passwort ab. Bitte SMTP_URL prüfen; Sonderzeichen darin werden kodiert geschrieben (@ als %40).`,
  ],
  [
    /ENOTFOUND|EDNS|EAI_AGAIN/,
    (place) => `Den Mailserver ${place} gibt es im Netz nicht. Bitte den Namen prüfen.`,
  ],
  [
    /ECONNREFUSED/,
    (place) =>
      `Auf ${place} nimmt niemand Mails an. Bitte Rechner und Anschluss prüfen (465 für smtps://, 587 für smtp://).`,
  ],
  [
    /wrong version number|WRONG_VERSION/i,
    (place) =>
      `${place} spricht nicht vom ersten Byte an verschlüsselt. Bitte smtp:// statt smtps:// nehmen, meist mit 587.`,
  ],
  [
    /certificate|self.signed|ALTNAME|CERT_/i,
    (place) =>
      `Dem Zertifikat von ${place} ist nicht zu trauen (abgelaufen, selbst gemacht oder für einen anderen Namen).`,
  ],
  [
    /ETLS|STARTTLS/i,
    (place) =>
      `${place} bietet keine Verschlüsselung an. Bitte smtps:// mit 465 versuchen; SMTP_TLS=off schickt alles offen durch das Netz.`,
  ],
  [
    /ETIMEDOUT|timeout|Greeting never received/i,
    (place) =>
      `${place} antwortet nicht. Bitte Firewall prüfen; smtps:// braucht meist 465, smtp:// 587.`,
  ],
  [
    /EENVELOPE/,
    (place) => `${place} nimmt Absender oder Empfänger nicht an. Bitte SMTP_FROM prüfen.`,
  ],
];

/** @param {unknown} error @param {Smtp} smtp */
export function explainMail(error, { host, port }) {
  const place = `${host}:${port}`;
  const said = `${codeOf(error)} ${textOf(error)}`;
  const [, sentence] = SENTENCES.find(([pattern]) => pattern.test(said)) ?? [];
  return sentence ? sentence(place) : `${place} nimmt keine Mails an (${textOf(error)}).`;
}

/**
 * Connects, encrypts and signs in as a mail would; sends one where an address is given.
 * @param {Pick<import('../../core/env.mjs').Env, 'SMTP' | 'MAIL_FROM' | 'APP_URL'>} env
 * @param {string} to empty: sends nothing
 * @returns {Promise<Finding[]>}
 */
export async function checkMail({ SMTP, MAIL_FROM, APP_URL }, to) {
  const say = sayer('Mailserver');
  if (SMTP === null)
    return [
      say(
        'look',
        'Es ist keiner eingestellt: Mails landen als Dateien in DATA_DIR/mails. Für ein echtes Büro bitte SMTP_URL und SMTP_FROM setzen.',
      ),
    ];
  const { createTransport } = await import('nodemailer');
  const options = {
    ...transportOptions(SMTP),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
  };
  const transport = createTransport(options);
  const place = `${SMTP.host}:${SMTP.port}`;
  try {
    await transport.verify();
    const signedIn = SMTP.user === '' ? 'ohne Anmeldung' : 'Anmeldung angenommen';
    const line = SMTP.secure || SMTP.requireTls ? 'verschlüsselt' : 'unverschlüsselt';
    const found = say('good', `${place}, ${line}, ${signedIn}.`);
    if (to === '') return [found];
    await transport.sendMail({
      from: MAIL_FROM,
      to: { name: '', address: to },
      subject: 'Probe',
      text: `Diese Mail kommt von ${APP_URL}. Wenn Sie sie lesen, gehen Mails hinaus.`,
    });
    return [
      found,
      say(
        'good',
        `Probe an ${to} abgegeben. Bitte nachsehen, ob sie ankommt und nicht im Spam liegt.`,
      ),
    ];
  } catch (error) {
    return [say('bad', explainMail(error, SMTP))];
  } finally {
    transport.close();
  }
}
