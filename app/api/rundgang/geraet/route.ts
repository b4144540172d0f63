import { localized, wishedLocale } from '@/lib/core/paths';
import { sentence } from '@/lib/i18n/sentence';
import { outreachPaths } from '@/lib/outreach/paths';

export const dynamic = 'force-dynamic';

const [PAPER, INK] = ['#fbfaf7', '#1b2430'];

/** How the form for the way stands on a device: its name, its sign, the page it opens with. */
export async function GET(request: Request): Promise<Response> {
  const locale = wishedLocale(request);
  const page = localized(locale, outreachPaths.teamDevice());
  const manifest = {
    ...{ id: page, start_url: page, scope: page, display: 'standalone' },
    name: await sentence(locale, 'outreach-device.title'),
    short_name: await sentence(locale, 'outreach-device.short'),
    lang: locale === 'en' ? 'en' : 'de',
    ...{ background_color: PAPER, theme_color: INK },
    icons: [{ src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json' },
  });
}
