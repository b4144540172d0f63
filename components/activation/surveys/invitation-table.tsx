import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { InvitationView } from '@/lib/activation/inviting/types';
import { activationPaths } from '@/lib/activation/paths';
import { localized } from '@/lib/core/paths';

interface InvitationTableProps {
  locale: string;
  surveyId: string;
  invitations: readonly InvitationView[];
}

/** Who wants to be invited, to be called one by one or printed. */
export async function InvitationTable({ locale, surveyId, invitations }: InvitationTableProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.invitations' });
  const told = await getTranslations({ locale, namespace: 'activation-inviting' });
  const isInvited = invitations.some(({ state }) => state !== null);
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'name', label: t('name'), rowHeader: true },
        { key: 'contact', label: t('contact') },
        { key: 'way', label: told('wayTitle') },
        ...(isInvited ? [{ key: 'state', label: told('stateTitle') }] : []),
        { key: 'strike', label: t('strike') },
      ]}
      rows={invitations.map(({ id, name, contact, way, state }) => ({
        id,
        cells: {
          ...{ name, contact },
          // messages: activation-inviting.way.* activation-inviting.state.*
          way: told(`way.${way}`),
          state: state ? told(`state.${state}`) : '',
          strike: (
            <a href={localized(locale, activationPaths.teamInvitationStrike(surveyId, id))}>
              {t('strike')}
              <VisuallyHidden> – {name}</VisuallyHidden>
            </a>
          ),
        },
      }))}
      empty={t('none')}
    />
  );
}
