import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { DataTable } from '@/components/ui/data-table';
import type { InvitationView } from '@/lib/activation/surveys/types';
import type { FormAction } from '@/lib/core/form-state';

interface InvitationTableProps {
  locale: string;
  invitations: readonly InvitationView[];
  strike: FormAction;
}

/** Who wants to be invited, to be called one by one or printed. */
export async function InvitationTable({ locale, invitations, strike }: InvitationTableProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.invitations' });
  const told = await getTranslations({ locale, namespace: 'activation-inviting' });
  const isInvited = invitations.some(({ isWaiting }) => isWaiting !== null);
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
      rows={invitations.map(({ id, name, contact, way, isWaiting }) => ({
        id,
        cells: {
          ...{ name, contact },
          // messages: activation-inviting.way.* activation-inviting.state.*
          way: told(`way.${way}`),
          state: told(isWaiting ? 'state.waiting' : 'state.over'),
          strike: (
            <Form
              locale={locale}
              action={strike}
              submitLabel={t('strike')}
              submitVariant="quiet"
              warnOnLeave={false}
            >
              <HiddenFields values={{ id }} />
            </Form>
          ),
        },
      }))}
      empty={t('none')}
    />
  );
}
