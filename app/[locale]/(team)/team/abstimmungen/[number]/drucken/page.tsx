import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import { PRINTOUTS } from '@/lib/voting/vote/papers/rules';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // messages: voting-print.title
  return pageTitle((await params).locale, 'voting-print.title');
}

/** What the office prints for a poll: papers in three sizes, strips for envelopes, a notice. */
export default async function PollPrintPage({ params }: Props) {
  const { locale, number: segment } = await params;
  const number = numberInPath(segment);
  const path = votingPaths.teamPollPrint(number);
  const { rule } = await guarded(locale, path, async () => {
    await requireCoordinator();
    return getPoll(number);
  });
  const t = await getTranslations({ locale, namespace: 'voting-print' });
  return (
    <TeamShell locale={locale} path={path} current="polls">
      <PageHeader
        title={t('title')}
        overline={rule.question}
        overlineLang={contentLang(locale)}
        back={{ href: localized(locale, votingPaths.teamPoll(number)), label: t('back') }}
      />
      <ul className="mt-6 grid gap-6">
        {PRINTOUTS.map((what) => (
          <li key={what} id={what}>
            {/* messages: voting-print.name.* voting-print.how.* */}
            <a className="font-bold" href={votingPaths.teamPollPrintFile(number, what, locale)}>
              {t('file', { name: t(`name.${what}`) })}
            </a>
            <p className="mt-1">{t(`how.${what}`)}</p>
          </li>
        ))}
      </ul>
    </TeamShell>
  );
}
