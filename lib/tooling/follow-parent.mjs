/**
 * Loaded before the server (`node --import`). The server is a process group of its own, so that
 * Ctrl-C reaches it once and in order; it would therefore outlive a start that is killed. The line
 * to the parent breaks in that case, and the server takes it as SIGTERM.
 */
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
// The line shall not keep a server alive that has finished.
process.channel?.unref();
