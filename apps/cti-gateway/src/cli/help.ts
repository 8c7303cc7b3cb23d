const general = `Ringside: contact centre gateway

  ringside check                  reads the configuration and says what it found or what to mend
  ringside serve                  runs the gateway until it is told to stop
  ringside migrate                brings the database up to this release, while the gateway is stopped
  ringside backup FILE            copies the database into a new file, also while the gateway runs
  ringside centre export [FILE]   writes the centre as it stands now: lines, queues, hours, lists
  ringside centre import FILE     puts it into the state of a file; --dry-run only says what would change
  ringside user list              people who may sign in
  ringside user add NAME          adds one; the password is asked for
  ringside user password NAME     sets a new password
  ringside user phone NAME        gives a desk phone its name and password, and shows them once
  ringside user disable NAME      keeps somebody from signing in
  ringside user enable NAME       lets them again

  -c, --config FILE               the configuration (else RINGSIDE_CONFIG, else ./ringside.yaml)
  -h, --help                      this text, or more about one command: ringside user --help
  -v, --version                   the release

Exit codes: 0 done, 1 failed, 64 wrong command line, 69 a port or folder is not available, 78 wrong configuration.`;

const commands: Readonly<Record<string, string>> = {
  centre: `ringside centre export [FILE]
ringside centre import FILE [--dry-run]

The centre as administrators made it, as YAML; without FILE it goes to standard output. An import is checked as a whole,
is one more revision in the history, and acts within ten seconds where the gateway is running. Calls in progress go on.`,
  serve: `ringside serve

Runs the gateway. Prints "Ringside is ready: URL" when calls can come in; everything else is logged to
standard error, one JSON object a line.

SIGTERM or SIGINT: new calls are refused, running calls end by themselves, at most limits.drainSeconds;
then it stops. A second signal stops at once; calls in progress are taken up again at the next start.`,
  user: `ringside user list
ringside user add NAME [--name "Full Name"] [--role ROLE]... [--skill SKILL[=1-5]]... [--language LANGUAGE]
ringside user password NAME
ringside user phone NAME
ringside user disable NAME
ringside user enable NAME

ROLE is agent (default), supervisor, manager or admin. SKILL is what queues ask for. LANGUAGE is en, zh-Hant
or zh-Hans. The password is asked for twice, or read from the first line of standard input:

  ringside user add maya --name "Maya Chen" --skill service --skill sales < password.txt

"phone" lets a desk phone register for somebody, for a year, and prints what is entered at the phone: address, user
name and password. The password is new each time and kept nowhere; the one before no longer works.`,
  check: `ringside check

Reads the configuration without starting anything: prints what it says, or every fault with what to do.
Exit code 0 or 78.`,
  migrate: `ringside migrate

Brings the database in the data folder up to this release. The gateway does so by itself when it starts;
this command is for doing it beforehand. Make a backup first: there is no way back.`,
  backup: `ringside backup FILE

Copies the database into a new file, and the files on cases and callers' messages into the folder FILE.files beside
it, also while the gateway runs. To restore: stop the gateway, put the file in place of ringside.db in the data folder
(remove ringside.db-wal and ringside.db-shm), copy what is in FILE.files there, start it again.`,
};

export const helpAbout = (command: string | null): string =>
  command === null ? general : (commands[command] ?? general);
