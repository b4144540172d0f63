import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { FoldedFields } from '@/components/form/folded-fields';
import { AGE_BANDS } from '@/lib/outreach/contacts/rules';
import type { Office } from '@/lib/settings/types';
import { PlaceFields } from '../place-fields';
import { NoteFields, SaidFields } from '../said-fields';
import { TapGroup } from '../tap-group';
import { Counter, DoorCounter } from './counter';
import { WhereSummary } from './where-summary';

interface DeviceFieldsProps {
  locale: string;
  office: Pick<Office, 'districts' | 'categories'>;
}

/** What is unfolded is as large to a thumb as what is tapped. */
const LARGE = 'block min-h-8 leading-8';

/** Numbers first, then taps; what stays the same and what few need is folded away. */
export async function DeviceFields({ locale, office }: DeviceFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  const device = await getTranslations({ locale, namespace: 'outreach-device' });
  const districts = office.districts.map(({ id, name }) => ({ id, name }));
  const many = device('many', { max: '{max}' });
  const keys = (of: string) => ({
    ...{ many, more: device('more', { of }), fewer: device('fewer', { of }) },
  });
  return (
    <>
      <FoldedFields
        names={['districtId', 'setting', 'place', 'day']}
        summary={
          <span className={LARGE}>
            <WhereSummary
              known={t('quick.where', { place: '{place}' })}
              unknown={t('quick.whereOpen')}
              districts={districts}
            />
          </span>
        }
      >
        <div className="stack">
          <PlaceFields locale={locale} districts={office.districts} start={{}} />
        </div>
      </FoldedFields>
      <Counter name="contacts" label={t('field.contacts')} {...keys(t('field.contacts'))} />
      <Counter
        name="firstContacts"
        label={t('field.firstContacts')}
        {...keys(t('field.firstContacts'))}
      />
      <DoorCounter label={t('field.notMet')} {...keys(t('field.notMet'))} />
      <TapGroup
        name="age"
        label={t('field.age')}
        options={[
          // messages: outreach-contacts.age.*
          ...AGE_BANDS.map((band) => ({ value: band, label: t(`age.${band}`) })),
          { value: 'mixed', label: t('field.mixed') },
        ]}
      />
      <SaidFields locale={locale} categories={office.categories} />
      <Checkbox name="wantsCall" label={device('wantsCall')} hint={device('wantsCallHint')} />
      <FoldedFields
        names={['note', 'noName', 'asProposal']}
        summary={<span className={LARGE}>{t('quick.more')}</span>}
      >
        <div className="stack">
          <NoteFields locale={locale} counter={{ left: device('left'), over: device('over') }} />
          <Checkbox
            name="asProposal"
            label={device('asProposal')}
            hint={device('asProposalHint')}
            whoSees={{ audience: 'PUBLIC', text: device('asProposalSeen') }}
          />
        </div>
      </FoldedFields>
    </>
  );
}
