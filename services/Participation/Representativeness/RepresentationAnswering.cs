using Integrationskonzept.Participation.FieldErrors;
using Integrationskonzept.Participation.Invitations;
using Integrationskonzept.Participation.TopicAreas;
using Integrationskonzept.ServiceDefaults.Authorization;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Tenancy;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>Those who have contributed say something of themselves, once in each topic area.</summary>
sealed class RepresentationAnswering(ParticipationDb db, TenantClock clock, Caller caller)
{
    public async Task<Ok<RepresentationForm>> FormByAccountAsync(Guid topicAreaId, CancellationToken ct)
    {
        var area = await db.TopicAreas.AsNoTracking().GetAsync(topicAreaId, ct);
        return await FormAsync(area, await HasContributedAsync(topicAreaId, ct), representation => representation.OfAccount(caller.Id), ct);
    }

    public async Task<Ok<RepresentationForm>> FormByLinkAsync(string token, CancellationToken ct)
    {
        var (invitation, hash) = await FindAsync(token, ct);
        var area = await db.TopicAreas.AsNoTracking().GetAsync(invitation.TopicAreaId, ct);
        return await FormAsync(area, invitation.Uses > 0, representation => representation.OfLink(hash, invitation.Uses), ct);
    }

    public Task<NoContent> ByAccountAsync(Guid topicAreaId, AnswerRepresentation answer, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                await db.RequireOpenAsync(topicAreaId, ct);
                if (!await HasContributedAsync(topicAreaId, ct))
                    throw new NotContributed();
                return await AnswerAsync(topicAreaId, answer, representation => representation.OfAccount(caller.Id), ct);
            },
            ct
        );

    public Task<NoContent> ByLinkAsync(string token, AnswerRepresentation answer, CancellationToken ct) =>
        db.InTransactionAsync(
            async () =>
            {
                var (invitation, hash) = await FindAsync(token, ct);
                await db.RequireOpenAsync(invitation.TopicAreaId, ct);
                if (invitation.Uses == 0)
                    throw new NotContributed();
                return await AnswerAsync(
                    invitation.TopicAreaId,
                    answer,
                    representation => representation.OfLink(hash, invitation.Uses),
                    ct
                );
            },
            ct
        );

    async Task<Ok<RepresentationForm>> FormAsync(
        TopicArea area,
        bool hasContributed,
        Func<Representation, IReadOnlyList<byte[]>> turns,
        CancellationToken ct
    )
    {
        var statistics = await db.DistrictStatistics.AsNoTracking().SingleOrDefaultAsync(ct);
        var representation = await db.Representations.AsNoTracking().SingleOrDefaultAsync(row => row.TopicAreaId == area.Id, ct);
        var isOpen = area.State == TopicAreaState.Open;
        var answered =
            isOpen
            && representation is not null
            && turns(representation) is { Count: > 0 } all
            && (await db.TakenAsync(area.Id, all, ct)).Count == all.Count;
        return TypedResults.Ok(RepresentationForm.From(area, statistics, isOpen && hasContributed, answered));
    }

    /// <summary>
    /// By whoever came first: who comes at the same moment waits here. The mark and the sums have nothing in common but the moment; at each
    /// step the marks are written anew in the order of their pseudonyms, so that neither their place nor their transaction tells of it.
    /// </summary>
    async Task<NoContent> AnswerAsync(
        Guid topicAreaId,
        AnswerRepresentation answer,
        Func<Representation, IReadOnlyList<byte[]>> turns,
        CancellationToken ct
    )
    {
        var representation = await HoldAsync(topicAreaId, ct);
        var (all, sent) = (turns(representation), representation.OfSent(answer.Id));
        var before = await db
            .RepresentationTurns.AsNoTracking()
            .SingleOrDefaultAsync(row => row.TopicAreaId == topicAreaId && row.Sent == sent, ct);
        if (before is not null)
            return all.Any(turn => turn.AsSpan().SequenceEqual(before.Pseudonym))
                ? TypedResults.NoContent()
                : throw new RepresentationIdTaken();
        var taken = (await db.TakenAsync(topicAreaId, all, ct)).Select(Convert.ToHexString).ToHashSet();
        var free = all.FirstOrDefault(turn => !taken.Contains(Convert.ToHexString(turn)));
        if (free is null)
            throw new RepresentationAnswered();
        await RequireAskedAsync(answer, ct);
        db.RepresentationTurns.Add(
            new()
            {
                TopicAreaId = topicAreaId,
                Pseudonym = free,
                Sent = sent,
            }
        );
        var hasChanged = representation.Count(answer.Answers);
        await db.SaveChangesAsync(ct);
        if (hasChanged)
            await db.Database.ExecuteSqlAsync(
                $"""
                with gone as (delete from representation_turns where topic_area_id = {topicAreaId} returning *)
                insert into representation_turns select * from gone order by pseudonym
                """,
                ct
            );
        return TypedResults.NoContent();
    }

    async Task<Representation> HoldAsync(Guid topicAreaId, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into representations (tenant, topic_area_id, secret, counts)
            values ({clock.Slug}, {topicAreaId}, {Representation.NewSecret()}, '[]') on conflict do nothing
            """,
            ct
        );
        return await db
            .Representations.FromSql($"select * from representations where topic_area_id = {topicAreaId} for update")
            .SingleAsync(ct);
    }

    async Task RequireAskedAsync(AnswerRepresentation sent, CancellationToken ct)
    {
        var answers = sent.Answers;
        var asked = await db.DistrictStatistics.AsNoTracking().SingleOrDefaultAsync(ct);
        var wrong = new WrongFields();
        if (sent.Id == Guid.Empty)
            wrong.Add("id", new("Nennen Sie eine zufällige id.", "Name a random id."));
        foreach (var (at, answer) in answers.Index())
            if (asked?.Questions.Exists(one => one.Question == answer.Question()) != true)
                wrong.Add($"answers[{at}]", new("Danach wird hier nicht gefragt.", "This is not asked here."));
            else if (answers.Take(at).Any(other => other.Question() == answer.Question()))
                wrong.Add($"answers[{at}]", new("Auf jede Frage gibt es eine Antwort.", "Each question has one answer."));
        wrong.ThrowIfAny();
    }

    async Task<(Invitation Invitation, byte[] Hash)> FindAsync(string token, CancellationToken ct)
    {
        var hash = new InvitationLink(token).Hash;
        var invitation =
            await db.Invitations.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash, ct) ?? throw new InvitationLinkVoid();
        invitation.RequireValid(clock.GetUtcNow());
        return (invitation, hash);
    }

    Task<bool> HasContributedAsync(Guid topicAreaId, CancellationToken ct) =>
        db.Contributions.AnyAsync(row => row.TopicAreaId == topicAreaId && row.Author == caller.Id, ct);
}
