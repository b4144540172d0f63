import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { PhoneLink } from '@/components/ui/phone-link';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { FormAction } from '@/lib/core/form-state';
import { longDateTime } from '@/lib/i18n/dates';
import { languageName } from './words';

/** Somebody who does not know yet that their appointment is off. */
export interface ToHear {
  readonly booking: string;
  readonly slot: string;
  readonly name: string;
  /** Empty: none. */
  readonly phone: string;
  readonly startsAt: Date;
  readonly timeZone: string;
  /** Empty where it goes without saying. */
  readonly place: string;
  readonly language: string | null;
  /** Where more of it stands; null: nowhere for whoever reads this. */
  readonly href: string | null;
}

type CallListProps = {
  locale: string;
  title: string;
  text: string;
  people: readonly ToHear[];
  tell: FormAction;
};

/** People to ring, each with a button for whoever did. */
export async function CallList({ locale, title, text, people, tell }: CallListProps) {
  if (people.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'appointments-desk.calls' });
  return (
    <Section title={title} intro={<p>{text}</p>}>
      <ul className="stack">
        {people.map((one) => (
          <li key={one.booking}>
            <CallLine locale={locale} one={one} />
            <Form
              locale={locale}
              action={tell}
              submitLabel={
                <>
                  {t('toldButton', { name: one.name })}
                  <VisuallyHidden>{` (${whenOf(one, locale)})`}</VisuallyHidden>
                </>
              }
              submitVariant="secondary"
            >
              <HiddenFields values={{ id: one.booking, slot: one.slot, to: 'TOLD' }} />
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}

const whenOf = ({ startsAt, timeZone }: ToHear, locale: string) =>
  longDateTime(startsAt, locale, timeZone);

/** Who, when, where, and how to reach them. */
export function CallLine({ locale, one }: { locale: string; one: ToHear }) {
  const spoken = one.language && languageName(one.language, locale);
  const more = [whenOf(one, locale), one.place, spoken].filter(Boolean).join(', ');
  return (
    <>
      {one.href ? <a href={one.href}>{one.name}</a> : one.name}
      {`, ${more}`}
      {one.phone ? (
        <>
          {', '}
          <PhoneLink number={one.phone} />
        </>
      ) : null}
    </>
  );
}
