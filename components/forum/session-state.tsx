import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
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

/** Says loudly that nobody should set out, with the office's reason; nothing for other sessions. */
export async function CalledOff({ locale, status, reason }: StatusProps & { reason: string }) {
  if (status !== 'cancelled' && status !== 'postponed') return null;
  const t = await getTranslations({ locale, namespace: 'forum' });
  const title = status === 'cancelled' ? t('calledOff.cancelled') : t('calledOff.postponed');
  const what = status === 'cancelled' ? t('calledOff.cancelledText') : t('calledOff.postponedText');
  return (
    <Notice tone="problem" title={title}>
      <p>{what}</p>
      {reason === '' ? null : <p lang={contentLang(locale)}>{reason}</p>}
    </Notice>
  );
}
