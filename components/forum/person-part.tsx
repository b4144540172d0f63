import { getTranslations } from 'next-intl/server';
import { TextField } from '@/components/form/text-field';
import { PersonOfCase } from '@/components/office/person-of-case';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { GOES, STAYS } from '@/lib/forum/person/rules';
import type { RegistrationInOffice } from '@/lib/forum/registrations/types';
import { ContactFields } from './contact-fields';

type PersonPartProps = {
  locale: string;
  session: number;
  one: RegistrationInOffice;
  correctAction: FormAction;
  eraseAction: FormAction;
};

/** Each way has its own field, see `ContactFields`. */
const FIELD_OF = { MAIL: 'mail', PHONE: 'phone', LETTER: 'letter', NUMBER: 'none' } as const;

/** Name and contact of whoever signed up. */
export async function PersonPart({ session, one, ...rest }: PersonPartProps) {
  const { locale } = rest;
  const t = await getTranslations({ locale });
  const { number, version, name, contactKind, contactValue, typedAddress } = one;
  return (
    <PersonOfCase
      {...rest}
      open
      words="forum-person"
      href={localized(locale, forumPaths.teamForumPerson(session, number))}
      closeHref={localized(locale, forumPaths.teamForumRegistrations(session))}
      number={number}
      more={{ session: String(session) }}
      name={name || String(number)}
      version={version}
      typedAddress={typedAddress}
      values={{ name, contactKind, [FIELD_OF[contactKind]]: contactValue }}
      fields={
        <>
          <TextField
            name="name"
            label={t('forum-office.registrations.name')}
            whoSees={{ audience: 'INTERNAL', text: t('forum-person.nameSeen') }}
            autoComplete="off"
            maxLength={60}
            required
          />
          <ContactFields locale={locale} forSomebody />
        </>
      }
      goes={GOES}
      stays={STAYS}
    />
  );
}
