import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Checkbox } from '@/components/form/checkbox';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Columns } from '@/components/layout/columns';
import { Section } from '@/components/layout/section';
import type { TypedAddress } from '@/lib/cases/proving/types';
import type { FormAction, FormState } from '@/lib/core/form-state';
import { TypedAddressText } from './typed-address';

export type PersonWords = 'forum-person' | 'initiatives-person' | 'proposals-person';

type PersonOfCaseProps = {
  locale: string;
  /** Its sentences, alike for each kind of case. */
  words: PersonWords;
  /** By its address, so that without script, too, a mistake is shown where it was made. */
  open: boolean;
  /** Of this part, and of the page without it. */
  href: string;
  closeHref: string;
  /** Of the case, as it was seen. */
  number: number;
  /** Besides its number, where that alone does not say which it is. */
  more?: Record<string, string>;
  /** Whom it is about, where the page tells of several. */
  name?: string;
  version: number;
  values: NonNullable<FormState['values']>;
  typedAddress: TypedAddress | null;
  fields: ReactNode;
  goes: readonly string[];
  stays: readonly string[];
  correctAction: FormAction;
  eraseAction: FormAction;
};

type Say = (key: string, values: { name: string }) => string;

/**
 * Name and contact of whoever has a case: put right, or deleted because the person wants it. While it is open
 * there is no other form on the page: what is typed here would be lost with the answer to that one.
 */
export async function PersonOfCase(props: PersonOfCaseProps) {
  const { locale, words, open, href, closeHref, number, more, version, name = '' } = props;
  // messages: forum-person.* initiatives-person.* proposals-person.*
  const say = (await getTranslations({ locale })) as unknown as Say;
  const said = (key: string) => say(`${words}.${key}`, { name });
  if (!open) {
    return (
      <div className="stack no-print">
        <TypedAddressText locale={locale} address={props.typedAddress} />
        <p>
          <a href={href}>{said('open')}</a>
        </p>
      </div>
    );
  }
  const hidden = { ...more, number: String(number), seen: String(version) };
  return (
    <Section title={said('title')} id="person">
      <Section title={said('correct.title')} level={3} intro={said('correct.lead')}>
        <TypedAddressText locale={locale} address={props.typedAddress} />
        <Form
          locale={locale}
          action={props.correctAction}
          values={props.values}
          submitLabel={said('correct.button')}
          secondary={<a href={closeHref}>{said('close')}</a>}
        >
          <HiddenFields values={hidden} />
          {props.fields}
        </Form>
      </Section>
      <Section title={said('erase.title')} level={3} intro={said('erase.lead')}>
        <Columns layout="two">
          <Things
            title={said('erase.goesTitle')}
            things={props.goes.map((one) => said(`erase.goes.${one}`))}
          />
          <Things
            title={said('erase.staysTitle')}
            things={props.stays.map((one) => said(`erase.stays.${one}`))}
          />
        </Columns>
        <Form
          locale={locale}
          action={props.eraseAction}
          submitLabel={said('erase.button')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={hidden} />
          <Checkbox name="sure" label={said('erase.sure')} required />
        </Form>
      </Section>
    </Section>
  );
}

/** What goes or what stays, before anything does. */
function Things({ title, things }: { title: string; things: readonly string[] }) {
  return (
    <div className="prose">
      <h4>{title}</h4>
      <ul>
        {things.map((thing) => (
          <li key={thing}>{thing}</li>
        ))}
      </ul>
    </div>
  );
}
