import { expect, it } from 'vitest';
import { ofSession, SESSION_COOKIE, WITH_SESSION } from './cookie';

it('signing out takes what was kept for the session, and leaves what is the device’s', () => {
  const beside = `${WITH_SESSION}zettel`;
  const names = [SESSION_COOKIE, `${SESSION_COOKIE}-geraet`, beside, `${SESSION_COOKIE}-urne`];
  expect(ofSession(names)).toEqual([SESSION_COOKIE, beside]);
  // The session's own goes also where the browser sent none.
  expect(ofSession([])).toEqual([SESSION_COOKIE]);
});
