import net, { type AddressInfo } from 'node:net';

/** A line to the database that can fall silent without breaking, as behind a firewall that forgot it. */
export async function openLine(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const folder = target.searchParams.get('host');
  const to = folder?.startsWith('/')
    ? { path: `${folder}/.s.PGSQL.${target.searchParams.get('port') ?? '5432'}` }
    : { host: target.hostname, port: Number(target.port) };
  let silent = false;
  const server = net.createServer((near) => {
    const mute = silent;
    const far = net.connect(to as net.NetConnectOpts);
    near.on('data', (chunk) => !silent && far.write(chunk));
    far.on('data', (chunk) => !silent && !mute && near.write(chunk));
    for (const side of [near, far]) {
      side.on('error', () => undefined);
      side.on('close', () => (side === near ? far : near).destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = new URL(target);
  url.search = '';
  url.hostname = '127.0.0.1';
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    silence: (is: boolean) => {
      silent = is;
    },
    close: () => server.close(),
  };
}
