using Integrationskonzept.Mailing.Queue;
using Integrationskonzept.Participation.Contributions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Integrationskonzept.Participation.Answers;

/// <summary>Section <c>Answers</c> of the configuration.</summary>
public sealed class AnswerOptions
{
    /// <summary>How long answers are gathered before a mail tells of them all.</summary>
    public TimeSpan GatherFor { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>
/// Tells authors what became of their contributions: one mail for all answers that come close together, however many there are and
/// whoever gave them.
/// </summary>
sealed class AnswerNews(ParticipationDb db, MailQueue mails, IOptions<AnswerOptions> options)
{
    public const string Kind = "answers";

    /// <summary>Returns how many people are told; within the transaction that answers.</summary>
    public async Task<int> TellAsync(IReadOnlyCollection<Contribution> answered, CancellationToken ct)
    {
        var byAuthor = (await AuthorsAsync(answered, ct)).ToLookup(pair => pair.Author, pair => pair.Contribution);
        string[] authors = [.. byAuthor.Select(group => group.Key)];
        // Held, in one order: what comes while a mail is written goes into the next one.
        var addresses = await db
            .NewsAddresses.FromSql(
                $"select * from news_addresses where person = any({authors}) and address is not null order by id for update"
            )
            .AsNoTracking()
            .ToListAsync(ct);
        foreach (var address in addresses)
        {
            foreach (var contribution in byAuthor[address.Person].Distinct())
                await db.Database.ExecuteSqlAsync(
                    $"""
                    insert into news_items (tenant, address_id, number, contribution_id)
                    values ({address.Tenant}, {address.Id}, {address.Number}, {contribution}) on conflict do nothing
                    """,
                    ct
                );
            await mails.AddAsync(Kind, address.Id, address.Number, $"{Kind}/{address.Id}/{address.Number}", ct, options.Value.GatherFor);
        }
        return addresses.Count;
    }

    /// <summary>Also those whose contributions were merged into them: it is their answer, too.</summary>
    async Task<List<(string Author, Guid Contribution)>> AuthorsAsync(IReadOnlyCollection<Contribution> answered, CancellationToken ct)
    {
        Guid?[] ids = [.. answered.Select(row => row.Id)];
        var merged = await db
            .Contributions.AsNoTracking()
            .Where(row => ids.Contains(row.MergedInto) && row.Author != null)
            .Select(row => new { row.Author, row.Id })
            .ToListAsync(ct);
        return
        [
            .. answered.Where(row => row.Author is not null).Select(row => (row.Author!, row.Id)),
            .. merged.Select(row => (row.Author!, row.Id)),
        ];
    }
}
