import { getTranslations } from 'next-intl/server';
import { Corrections } from '@/components/audit/corrections';
import { Notice } from '@/components/ui/notice';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import type { CorrectionEntry } from '@/lib/audit/corrections/types';
import { contentLang } from '@/lib/core/paths';
import type { SignUpStatus } from '@/lib/forum/sessions/types';

const TONES: Record<SignUpStatus, StateTone> = {
  open: 'good',
  deadlinePassed: 'waiting',
  running: 'waiting',
  over: 'neutral',
  cancelled: 'late',
  postponed: 'late',
};

type StatusProps = { locale: string; status: SignUpStatus };

/** Where a session stands, as a neighbour would say it. */
export async function SessionStatus({ locale, status }: StatusProps) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  return <StateLabel tone={TONES[status]}>{t(`status.${status}`)}</StateLabel>;
}

type CalledOffProps = StatusProps & {
  session: { callOffReason: string; reasonCorrections: readonly CorrectionEntry[] };
};

/** Says loudly that nobody should set out, with the office's reason and when that was corrected; nothing for other sessions. */
export async function CalledOff({ locale, status, session }: CalledOffProps) {
  if (status !== 'cancelled' && status !== 'postponed') return null;
  const { callOffReason: reason, reasonCorrections: corrections } = session;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const title = status === 'cancelled' ? t('calledOff.cancelled') : t('calledOff.postponed');
  const what = status === 'cancelled' ? t('calledOff.cancelledText') : t('calledOff.postponedText');
  return (
    <Notice tone="problem" title={title}>
      <p>{what}</p>
      {reason === '' ? null : <p lang={contentLang(locale)}>{reason}</p>}
      <Corrections {...{ locale, corrections }} />
    </Notice>
  );
}
