import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Columns } from '@/components/layout/columns';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import type { RequestInOffice } from '@/lib/initiatives/handling/types';
import { initiativesPaths } from '@/lib/initiatives/paths';
import { GOES, STAYS } from '@/lib/initiatives/person/rules';
import { AskerFields } from './quick-request-fields';
import { ReachFields } from './reach-fields';

type PersonPartProps = {
  locale: string;
  request: RequestInOffice;
  /** Names of known groups, suggested while typing. */
  groups: string[];
  /** By its address, so that without script, too, a mistake is shown where it was made. */
  open: boolean;
  correctAction: FormAction;
  eraseAction: FormAction;
};

/** Each way has its own field, see `ReachFields`. */
const FIELD_OF = { MAIL: 'mail', PHONE: 'phone', LETTER: 'letter', NUMBER: 'none' } as const;

/** Name and contact: put right, or deleted because the person wants it. */
export async function PersonPart({ locale, open, ...rest }: PersonPartProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-person' });
  const { request, groups, correctAction, eraseAction } = rest;
  const { number, version, name, groupName, contactKind, contactValue } = request;
  const href = localized(locale, initiativesPaths.teamRequestPerson(number));
  if (!open) {
    return (
      <p className="no-print">
        <a href={href}>{t('open')}</a>
      </p>
    );
  }
  const hidden = { number: String(number), seen: String(version) };
  const close = <a href={localized(locale, initiativesPaths.teamRequest(number))}>{t('close')}</a>;
  return (
    <Section title={t('title')} id="person">
      <Section title={t('correct.title')} level={3} intro={t('correct.lead')}>
        <Form
          locale={locale}
          action={correctAction}
          values={{ name, groupName, contactKind, [FIELD_OF[contactKind]]: contactValue }}
          submitLabel={t('correct.button')}
          secondary={close}
        >
          <HiddenFields values={hidden} />
          <AskerFields locale={locale} groups={groups} />
          <ReachFields locale={locale} short />
        </Form>
      </Section>
      <Section title={t('erase.title')} level={3} intro={t('erase.lead')}>
        <WhatBecomes locale={locale} />
        <Form
          locale={locale}
          action={eraseAction}
          submitLabel={t('erase.button')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={hidden} />
          <Checkbox name="sure" label={t('erase.sure')} required />
        </Form>
      </Section>
    </Section>
  );
}

/** What goes and what stays, before anything does. */
async function WhatBecomes({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'initiatives-person.erase' });
  return (
    <Columns layout="two">
      <div className="prose">
        <h4>{t('goesTitle')}</h4>
        <ul>
          {GOES.map((thing) => (
            <li key={thing}>{t(`goes.${thing}`)}</li>
          ))}
        </ul>
      </div>
      <div className="prose">
        <h4>{t('staysTitle')}</h4>
        <ul>
          {STAYS.map((thing) => (
            <li key={thing}>{t(`stays.${thing}`)}</li>
          ))}
        </ul>
      </div>
    </Columns>
  );
}
