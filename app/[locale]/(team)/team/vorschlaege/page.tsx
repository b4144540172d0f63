import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Inbox } from '@/components/proposals/inbox';
import { SavedNotice } from '@/components/proposals/saved-notice';
import { Button, ButtonLink } from '@/components/ui/button';
import { FilterLinks } from '@/components/ui/filter-links';
import { Pages } from '@/components/ui/pagination';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { pageOf } from '@/lib/core/pages';
import { localized } from '@/lib/core/paths';
import { asTyped } from '@/lib/core/typed';
import { proposalsPaths } from '@/lib/proposals/paths';
import { countInboxGroups, listInbox, searchInbox } from '@/lib/proposals/review/queries';
import {
  GROUP_NAMES,
  INBOX_SHOWN,
  type InboxGroup,
  isInboxGroup,
  readSaved,
} from '@/lib/proposals/review/rules';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals-office.inbox.title');
}

/** The office's inbox: what was promised first stands first. */
export default async function InboxPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = await believed(searchParams);
  const search = typeof query.search === 'string' ? asTyped(query.search).slice(0, 80) : '';
  const group = readGroup(query.group);
  const { lines, counts, page, pages } = await guarded(
    locale,
    proposalsPaths.teamProposals(),
    async () => {
      const actor = await requireCoordinator();
      const all = await countInboxGroups(actor);
      const place = pageOf(all[group], Number(query.page ?? 1), INBOX_SHOWN);
      const found = search
        ? await searchInbox(actor, search)
        : await listInbox(actor, group, place.page);
      return { lines: found, counts: all, ...place };
    },
  );
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  const saved = readSaved(query);
  // A search that is cut off does not say how many there are.
  const found = lines.length < INBOX_SHOWN ? 'inbox.found' : 'inbox.foundMany';
  // messages: proposals-office.inbox.found proposals-office.inbox.foundMany
  // That nothing waits is said of what waits alone.
  const none = t(group === 'waiting' ? 'inbox.empty' : 'inbox.emptyGroup');
  const empty = search ? null : none;
  const label = search ? t(found, { count: lines.length, search }) : t(`group.${group}`);
  return (
    <TeamShell locale={locale} path={proposalsPaths.teamProposals()} current="proposals">
      <PageHeader
        title={t('inbox.title')}
        actions={
          <ButtonLink
            href={localized(locale, `${proposalsPaths.teamIdeaCard()}#title`)}
            variant="secondary"
          >
            {t('card.pageTitle')}
          </ButtonLink>
        }
      />
      {saved ? <SavedNotice locale={locale} saved={saved} /> : null}
      <Groups locale={locale} group={search ? null : group} counts={counts} />
      <Search locale={locale} search={search} />
      <h2 className="mt-8 mb-4">{label}</h2>
      <Inbox {...{ locale, label, lines, empty }} />
      {search ? null : (
        <Pages
          {...{ page, pages }}
          hrefOf={(to) => localized(locale, proposalsPaths.teamProposalsPage(group, to))}
          words={{
            label: t('inbox.pages'),
            status: t('inbox.page', { page, pages }),
            previous: t('inbox.before'),
            next: t('inbox.after'),
          }}
        />
      )}
    </TeamShell>
  );
}

function readGroup(asked: string | string[] | undefined): InboxGroup {
  return typeof asked === 'string' && isInboxGroup(asked) ? asked : 'waiting';
}

async function Groups({
  locale,
  group,
  counts,
}: {
  locale: string;
  group: InboxGroup | null;
  counts: Record<InboxGroup, number>;
}) {
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  return (
    <FilterLinks
      label={t('inbox.show')}
      items={GROUP_NAMES.map((name) => ({
        href: localized(
          locale,
          proposalsPaths.teamProposals(name === 'waiting' ? undefined : name),
        ),
        label: t(`group.${name}`),
        current: name === group,
        count: counts[name],
      }))}
    />
  );
}

async function Search({ locale, search }: { locale: string; search: string }) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.inbox' });
  return (
    <form
      className="cluster items-end mt-6"
      method="get"
      action={localized(locale, proposalsPaths.teamProposals())}
    >
      <TextField
        name="search"
        whoSees="nobody"
        label={t('search')}
        type="search"
        defaultValue={search}
        width="medium"
      />
      <Button variant="secondary">{t('searchButton')}</Button>
    </form>
  );
}
