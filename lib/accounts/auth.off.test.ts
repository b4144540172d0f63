import { NextRequest } from 'next/server';
import { expect, it } from 'vitest';
import { answerOidc } from './auth';

it.each([['start'], ['callback', 'oidc'], ['signin'], ['session']])(
  'without a configured sign-in server there is no such page: %s',
  async (...nextauth) => {
    const request = new NextRequest(`http://localhost:3000/api/auth/${nextauth.join('/')}`);
    const answer = await answerOidc(request, { params: Promise.resolve({ nextauth }) });
    expect(answer.status).toBe(404);
  },
);
