'use client';

import { useContext } from 'react';
import { FormContext } from '@/components/form/field-context';
import type { InvitingCheck } from '@/lib/activation/inviting/preview/types';

interface InviteCheckProps {
  words: { title: string; text: string };
}

/** What leaves when everybody is invited, and the words they read, before it does. */
export function InviteCheck({ words }: InviteCheckProps) {
  const check = useContext(FormContext)?.state.check as InvitingCheck | undefined;
  if (!check) return null;
  return (
    <div className="stack measure min-w-0 wrap-anywhere">
      <h3>{words.title}</h3>
      <p>{check.leaving}</p>
      {check.again ? <p>{check.again}</p> : null}
      <p>{check.until}</p>
      <h3>{words.text}</h3>
      <div lang="de" className="stack">
        <p>
          <strong>{check.subject}</strong>
        </p>
        {check.text.map((part) => (
          <p key={part} className="whitespace-pre-line">
            {part}
          </p>
        ))}
      </div>
    </div>
  );
}
