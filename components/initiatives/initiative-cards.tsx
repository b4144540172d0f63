import { getTranslations } from 'next-intl/server';
import { Card, CardList } from '@/components/ui/card';
import { StateLabel } from '@/components/ui/state-label';
import { monthName } from '@/lib/i18n/dates';
import type { InitiativeView } from '@/lib/initiatives/types';

type InitiativeCardsProps = { locale: string; initiatives: InitiativeView[] };

/** Groups that exist: who they are and what they do. The way to them leads through the office. */
export async function InitiativeCards({ locale, initiatives }: InitiativeCardsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const meta = ({ members, activeSince }: InitiativeView) => {
    const parts = [
      members === null ? '' : t('initiative.members', { count: members }),
      activeSince === null
        ? ''
        : t('initiative.since', {
            month: monthName(activeSince.toISOString().slice(0, 7), locale),
          }),
    ];
    return parts.filter((part) => part !== '').join(' · ');
  };
  return (
    <CardList columns={2} label={t('overview.initiatives')}>
      {initiatives.map((initiative) => (
        <Card
          key={initiative.id}
          title={initiative.name}
          titleLang="de"
          overline={initiative.districtName}
          state={
            initiative.isForming ? (
              <StateLabel tone="info">{t('initiative.forming')}</StateLabel>
            ) : undefined
          }
          meta={meta(initiative)}
        >
          <p lang="de">{initiative.about}</p>
        </Card>
      ))}
    </CardList>
  );
}
