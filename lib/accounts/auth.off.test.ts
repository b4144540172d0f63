import { expect, it } from 'vitest';
import { makeGuest } from '@/lib/testing/factories';
import { answerOidc } from './auth';

it.each([['start'], ['callback', 'oidc'], ['signin'], ['session']])(
  'without a configured sign-in server there is no such page: %s',
  async (...step) => {
    const url = `http://localhost:3000/api/auth/${step.join('/')}`;
    const response = await answerOidc(makeGuest(), step, { url, cookies: {}, userAgent: '' });
    expect(response.status).toBe(404);
  },
);
