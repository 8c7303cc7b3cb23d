import type { ApiTokenView } from '@ringside/shared/protocol/case-api';
import { apiTokenView } from '@ringside/shared/protocol/case-api';
import type { BadgeTone } from '@ringside/ui/Badge';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { Column } from '@ringside/ui/Table';
import { Table } from '@ringside/ui/Table';
import { serverNow } from '@ringside/ui/ticker';
import { Ban, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import type { Message } from '../../i18n/text.ts';
import { date, dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { problemMessage, scopeWords } from './administration-words.ts';
import { MakeToken } from './MakeToken.tsx';
import { RevokeToken } from './RevokeToken.tsx';
import type { ShownToken } from './ShownToken.tsx';
import { TokenOnce } from './ShownToken.tsx';
import { useRead } from './use-administer.ts';

const tokens = z.array(apiTokenView);

/** CASE-25: what other systems sign in with; those that were revoked stay, because cases tell which system opened them. */
export function TokensPart() {
  const { t } = useWords();
  const read = useRead('/api-tokens', tokens);
  const [isMaking, setMaking] = useState(false);
  const [made, setMade] = useState<ShownToken | null>(null);
  const [revoked, setRevoked] = useState<ApiTokenView | null>(null);
  const columns = useTokenColumns(setRevoked);
  return (
    <Card
      title={t({ id: 'admin.tokens' })}
      aside={
        <Button small icon={<KeyRound size={14} aria-hidden />} onPress={() => setMaking(true)}>
          {t({ id: 'admin.makeToken' })}
        </Button>
      }
    >
      <p className="admin-about">{t({ id: 'admin.tokensNote' })}</p>
      {read.problem !== null && <Notice tone="bad" role="alert" title={t(problemMessage(read.problem))} />}
      {read.value === null
        ? read.problem === null && <Loading label={t({ id: 'common.loading' })} />
        : read.value.length > 0 && (
            <Table
              label={t({ id: 'admin.tokens' })}
              rows={read.value.toReversed()}
              rowId={({ tokenId }) => tokenId}
              columns={columns}
            />
          )}
      {read.value?.length === 0 && (
        <EmptyState icon={<KeyRound size={28} aria-hidden />} title={t({ id: 'admin.noTokens' })}>
          {t({ id: 'admin.noTokensWhy' })}
        </EmptyState>
      )}
      {isMaking && (
        <MakeToken
          onClose={() => setMaking(false)}
          onMade={(token) => {
            setMade(token);
            read.again();
          }}
        />
      )}
      {made && <TokenOnce shown={made} onClose={() => setMade(null)} />}
      {revoked && <RevokeToken token={revoked} onClose={() => setRevoked(null)} onRevoked={read.again} />}
    </Card>
  );
}

function useTokenColumns(onRevoke: (token: ApiTokenView) => void): Column<ApiTokenView>[] {
  const words = useWords();
  const { t } = words;
  return [
    { id: 'name', title: t({ id: 'admin.tokenSystem' }), cell: ({ name }) => name },
    {
      id: 'scopes',
      title: t({ id: 'admin.tokenScopes' }),
      cell: ({ scopes }) => scopes.map((scope) => t(scopeWords[scope])).join(', '),
    },
    {
      id: 'made',
      title: t({ id: 'admin.tokenMade' }),
      cell: ({ madeBy, madeAt }) => `${date(madeAt, words)} · ${madeBy}`,
    },
    {
      id: 'used',
      title: t({ id: 'admin.tokenLastUsed' }),
      cell: ({ lastUsedAt }) =>
        lastUsedAt === null ? t({ id: 'admin.tokenNeverUsed' }) : dayAndTime(lastUsedAt, serverNow(), words),
    },
    { id: 'state', title: t({ id: 'admin.tokenState' }), cell: (token) => <TokenState token={token} /> },
    {
      id: 'actions',
      title: <span className="rs-hidden">{t({ id: 'tasks.actions' })}</span>,
      cell: (token) =>
        token.revokedAt === null && (
          <Button
            small
            look="quiet"
            icon={<Ban size={14} aria-hidden />}
            aria-label={t({ id: 'admin.revokeOne' }, { name: token.name })}
            onPress={() => onRevoke(token)}
          >
            {t({ id: 'admin.revoke' })}
          </Button>
        ),
    },
  ];
}

/** In time to give the other system a new one. */
const soon = 14 * 86_400_000;

function TokenState({ token }: { readonly token: ApiTokenView }) {
  const words = useWords();
  const [tone, message, at] = stateOf(token, serverNow());
  return <Badge tone={tone}>{words.t(message, { date: at === null ? '' : date(at, words) })}</Badge>;
}

function stateOf(
  { revokedAt, expiresAt }: ApiTokenView,
  now: number,
): readonly [BadgeTone, Message, number | null] {
  if (revokedAt !== null) return ['plain', { id: 'admin.tokenRevoked' }, revokedAt];
  if (expiresAt === null) return ['good', { id: 'admin.tokenForEver' }, null];
  if (expiresAt <= now) return ['plain', { id: 'admin.tokenExpired' }, expiresAt];
  return [expiresAt - now <= soon ? 'warn' : 'good', { id: 'admin.tokenUntil' }, expiresAt];
}
