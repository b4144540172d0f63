import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { Facts } from '@/components/ui/facts';
import { FilterLinks } from '@/components/ui/filter-links';
import { PhoneLink } from '@/components/ui/phone-link';
import { PARTNER_KINDS } from '@/lib/network/rules';
import type { GuideTopic, PartnerKind, PartnerProfile } from '@/lib/network/types';

/** Where the list of words begins. */
export const TOPICS_ANCHOR = 'stichworte';

type JumpProps = { locale: string; partners: PartnerProfile[]; hasTopics: boolean };

const anchorOf = (kind: PartnerKind) => `art-${kind.toLowerCase().replaceAll('_', '-')}`;

/** The way down a long page: to the words, or to a kind of partner. */
export async function GuideJump({ locale, partners, hasTopics }: JumpProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const kinds = PARTNER_KINDS.filter((kind) => partners.some((partner) => partner.kind === kind));
  return (
    <div className="guide-jump no-print">
      <FilterLinks
        label={t('guide.jump')}
        items={[
          ...(hasTopics ? [{ href: `#${TOPICS_ANCHOR}`, label: t('guide.jumpTopics') }] : []),
          ...kinds.map((kind) => ({ href: `#${anchorOf(kind)}`, label: t(`kinds.${kind}`) })),
        ]}
      />
    </div>
  );
}

/** Who helps with what: the word people look for is the way down; where several help, their names are. */
export function GuideTopics({ topics }: { topics: GuideTopic[] }) {
  return (
    <dl className="guide-topics" lang="de">
      {topics.map(({ topic, partners: [first, ...others] }) =>
        first && others.length === 0 ? (
          <div key={topic}>
            <dt>
              <a href={`#${first.slug}`}>{topic}</a>
            </dt>
            <dd className="guide-topic-of">{first.name}</dd>
          </div>
        ) : (
          <div key={topic}>
            <dt>{topic}</dt>
            {[first, ...others].map((partner) =>
              partner ? (
                <dd key={partner.slug}>
                  <a href={`#${partner.slug}`}>{partner.name}</a>
                </dd>
              ) : null,
            )}
          </div>
        ),
      )}
    </dl>
  );
}

type PartnersProps = { locale: string; partners: PartnerProfile[] };

/** Everybody by kind; kinds nobody belongs to are left out. */
export async function GuidePartners({ locale, partners }: PartnersProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const kinds = PARTNER_KINDS.flatMap((kind) => {
    const ofKind = partners.filter((partner) => partner.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, ofKind }];
  });
  return (
    <div className="guide-partners">
      {kinds.map(({ kind, ofKind }) => (
        <Section key={kind} id={anchorOf(kind)} title={t(`kinds.${kind}`)}>
          {ofKind.map((partner) => (
            <GuidePartner key={partner.id} locale={locale} partner={partner} />
          ))}
        </Section>
      ))}
    </div>
  );
}

async function GuidePartner({ locale, partner }: { locale: string; partner: PartnerProfile }) {
  const t = await getTranslations({ locale, namespace: 'network.fact' });
  const { slug, name, roleInQuarter, phone, email } = partner;
  const words = [
    { label: t('responsibilities'), text: partner.responsibilities.join(', ') },
    { label: t('offers'), text: partner.offers.join(', ') },
    { label: t('contactRole'), text: partner.contactRole },
    { label: t('openingHours'), text: partner.openingHours },
    { label: t('accessibility'), text: partner.accessibility },
    { label: t('languages'), text: partner.languages },
  ].filter(({ text }) => text !== '');
  const facts = words.map(({ label, text }) => ({ label, value: <span lang="de">{text}</span> }));
  return (
    <Section title={name} level={3} id={slug}>
      <p className="measure" lang="de">
        {roleInQuarter}
      </p>
      <div className="guide-facts">
        <Facts
          items={[
            ...facts,
            ...(phone ? [{ label: t('phone'), value: <PhoneLink number={phone} /> }] : []),
            ...(email
              ? [{ label: t('email'), value: <a href={`mailto:${email}`}>{email}</a> }]
              : []),
          ]}
        />
      </div>
    </Section>
  );
}
