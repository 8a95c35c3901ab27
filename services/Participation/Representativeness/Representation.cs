using System.Security.Cryptography;
using Integrationskonzept.Participation.Counting;
using Integrationskonzept.ServiceDefaults.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Representativeness;

/// <summary>
/// Who took part in a topic area, as sums: one number for each answer to each question. There is no row of a single answer, no time, and
/// nothing that joins two answers of the same person. What comes in waits until there is enough of it, so that nobody sees one answer make
/// a difference.
/// </summary>
public sealed class Representation : ITenantOwned
{
    /// <summary>So many answers to a question it takes until its figures are shown.</summary>
    public const int First = 20;

    /// <summary>And so many more each time until they change.</summary>
    public const int Step = 10;

    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }

    /// <summary>What the marks of those who answered are made with; until the topic area is concluded.</summary>
    public byte[]? Secret { get; private set; } = NewSecret();
    public List<AnswerCount> Counts { get; private set; } = [];

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(32);

    /// <summary>Counts what somebody answered; true at a step, when figures that are shown may have changed.</summary>
    public bool Count(IEnumerable<RepresentationAnswer> answers)
    {
        var counts = Counts.ToDictionary(count => count.Answer);
        foreach (var answer in answers)
            counts[answer] = counts.GetValueOrDefault(answer, new(answer)) with
            {
                Waiting = counts.GetValueOrDefault(answer)?.Waiting + 1 ?? 1,
            };
        Counts = [.. counts.Values.OrderBy(count => count.Answer)];
        return answers.Select(answer => answer.Question()).Distinct().Aggregate(false, (stepped, question) => Show(question) || stepped);
    }

    /// <summary>Shows what still waits, where it is enough that nobody is seen by the difference; what is less is forgotten.</summary>
    public void Close()
    {
        Counts = Counts.ConvertAll(count => ShownOf(count.Answer.Question()) > 0 ? count.ShowIfMany() : count);
        Counts = [.. Counts.Where(count => count.Shown > 0).Select(count => count with { Waiting = 0 })];
        Secret = null;
    }

    /// <summary>How many answers to the question are shown; 0 if there are too few.</summary>
    public int ShownOf(RepresentationQuestion question) => Of(question).Sum(count => count.Shown);

    /// <summary>In the order of the answers.</summary>
    public IReadOnlyList<int> ShownOfEach(RepresentationQuestion question) =>
        [.. question.Answers().Select(answer => Counts.Find(count => count.Answer == answer)?.Shown ?? 0)];

    /// <summary>
    /// At each tenth answer from the twentieth on, and never in between: whoever comes last must not be told by what changes then. After
    /// the first time an answer's number changes by five or more, or not.
    /// </summary>
    bool Show(RepresentationQuestion question)
    {
        var given = Of(question).Sum(count => count.Shown + count.Waiting);
        if (given < First || (given - First) % Step != 0)
            return false;
        var isFirst = ShownOf(question) == 0;
        Counts = Counts.ConvertAll(count =>
            count.Answer.Question() != question ? count
            : isFirst ? count.ShowAll()
            : count.ShowIfMany()
        );
        return true;
    }

    IEnumerable<AnswerCount> Of(RepresentationQuestion question) => Counts.Where(count => count.Answer.Question() == question);
}

/// <summary>How often an answer was given.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Shown">So often, as far as it is shown.</param>
/// <param name="Waiting">So often since then.</param>
public sealed record AnswerCount(RepresentationAnswer Answer, int Shown = 0, int Waiting = 0)
{
    internal AnswerCount ShowAll() => new(Answer, Shown + Waiting);

    internal AnswerCount ShowIfMany() => Waiting >= HiddenCounts.Least ? ShowAll() : this;
}

/// <summary>That somebody has answered in a topic area, by a pseudonym that only its secret leads to. Forgotten with it.</summary>
public sealed class RepresentationTurn : ITenantOwned
{
    public string Tenant { get; private set; } = null!;
    public required Guid TopicAreaId { get; init; }
    public required byte[] Pseudonym { get; init; }

    /// <summary>Of the random id that came with it: by it the same sent again is known.</summary>
    public required byte[] Sent { get; init; }
}

sealed class RepresentationTables : IEntityTypeConfiguration<Representation>, IEntityTypeConfiguration<RepresentationTurn>
{
    public void Configure(EntityTypeBuilder<Representation> representation)
    {
        representation.ToTable("representations");
        representation.HasKey(row => new { row.Tenant, row.TopicAreaId });
        representation.Property(row => row.Counts).HasJson();
    }

    public void Configure(EntityTypeBuilder<RepresentationTurn> turn)
    {
        turn.ToTable("representation_turns");
        turn.HasKey(row => new
        {
            row.Tenant,
            row.TopicAreaId,
            row.Pseudonym,
        });
        turn.HasIndex(row => new
            {
                row.Tenant,
                row.TopicAreaId,
                row.Sent,
            })
            .IsUnique();
    }
}
