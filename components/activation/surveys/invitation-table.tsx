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
  return (
    <DataTable
      caption={t('title')}
      captionHidden
      columns={[
        { key: 'name', label: t('name'), rowHeader: true },
        { key: 'contact', label: t('contact') },
        { key: 'strike', label: t('strike') },
      ]}
      rows={invitations.map(({ id, name, contact }) => ({
        id,
        cells: {
          ...{ name, contact },
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
