using Integrationskonzept.Contracts;
using Integrationskonzept.ServiceDefaults.Data;
using Integrationskonzept.ServiceDefaults.Errors;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Integrationskonzept.Participation.Records;

/// <summary>The Ergebnissicherung of a topic area. Its id is the topic area's.</summary>
public sealed class Record : Aggregate
{
    public string Situation { get; private set; } = "";
    public List<Finding> Needs { get; private set; } = [];
    public List<Finding> Goals { get; private set; } = [];
    public List<MeasureProposal> Measures { get; private set; } = [];
    public bool Locked { get; private set; }

    public static Record For(Guid topicAreaId) => new() { Id = topicAreaId };

    /// <summary>Every contribution that some result links back to.</summary>
    public IEnumerable<Guid> ContributionIds =>
        Needs
            .Concat(Goals)
            .SelectMany(finding => finding.ContributionIds)
            .Concat(Measures.SelectMany(measure => measure.ContributionIds))
            .Distinct();

    /// <summary>Ids of all results.</summary>
    public IEnumerable<Guid> ResultIds => Needs.Concat(Goals).Select(row => row.Id).Concat(Measures.Select(row => row.Id));

    public void Write(string situation, IEnumerable<Finding> needs, IEnumerable<Finding> goals, IEnumerable<MeasureProposal> measures)
    {
        if (Locked)
            throw new RecordIsLocked();
        Situation = situation;
        Needs = [.. needs];
        Goals = [.. goals];
        Measures = [.. measures];
    }

    /// <summary>Every result that links back to the one links back to the other.</summary>
    public void CiteInstead(Guid one, Guid other)
    {
        List<Guid> Moved(IReadOnlyList<Guid> ids) => [.. ids.Select(id => id == one ? other : id).Distinct()];
        Write(
            Situation,
            [.. Needs.Select(need => need with { ContributionIds = Moved(need.ContributionIds) })],
            [.. Goals.Select(goal => goal with { ContributionIds = Moved(goal.ContributionIds) })],
            [.. Measures.Select(measure => measure with { ContributionIds = Moved(measure.ContributionIds) })]
        );
    }

    /// <summary>Locks it as the result; it must say something.</summary>
    public void Lock()
    {
        if (string.IsNullOrWhiteSpace(Situation) || Needs.Count + Goals.Count + Measures.Count == 0)
            throw new RecordIsEmpty();
        Locked = true;
    }
}

sealed class RecordTable : IEntityTypeConfiguration<Record>
{
    public void Configure(EntityTypeBuilder<Record> record)
    {
        record.Property(row => row.Needs).HasJson();
        record.Property(row => row.Goals).HasJson();
        record.Property(row => row.Measures).HasJson();
        record.Ignore(row => row.ContributionIds);
        record.Ignore(row => row.ResultIds);
    }
}

/// <summary>The record is final.</summary>
public sealed class RecordIsLocked()
    : ConflictProblem(
        "record-locked",
        new(
            "Die Ergebnissicherung ist mit dem Themenfeld abgeschlossen und ändert sich nicht mehr.",
            "The record was locked with its topic area and does not change any more."
        )
    );

/// <summary>What was said at an event would be in no result.</summary>
public sealed class EventRecordsNotLocked(string title)
    : ConflictProblem(
        "event-records-not-locked",
        new(
            $"Das Protokoll zu „{title}“ ist noch nicht abgeschlossen. Schließen Sie es ab und übernehmen Sie seine Ergebnisse.",
            $"The record of \"{title}\" is not locked yet. Lock it, and collect its results."
        )
    );

/// <summary>More than a record holds.</summary>
public sealed class RecordHasTooMany()
    : ConflictProblem(
        "record-has-too-many",
        new(
            "Bedarfe, Ziele und Maßnahmen können je höchstens 100 sein. Fassen Sie zuerst welche zusammen.",
            "There can be 100 needs, goals and measures each. Put some together first."
        )
    );

/// <summary>There is nothing to conclude with.</summary>
public sealed class RecordIsEmpty()
    : UnprocessableProblem(
        "record-empty",
        new(
            "Vor dem Abschluss braucht die Ergebnissicherung eine Ausgangslage und mindestens einen Bedarf, ein Ziel oder eine Maßnahme.",
            "Before it is concluded the record needs a situation and at least one need, goal or measure."
        )
    );

/// <summary>What waits for a moderator would be in no result.</summary>
public sealed class ContributionsAreHeld()
    : ConflictProblem(
        "contributions-held",
        new(
            "In diesem Themenfeld warten noch Beiträge darauf, dass jemand sie prüft. Entscheiden Sie zuerst unter „Moderation“ darüber.",
            "Contributions of this topic area still wait for somebody to look at them. Decide on them under \"Moderation\" first."
        )
    );
