namespace Integrationskonzept.Participation.Screening;

/// <summary>What is wrong with a text: for who reports it, and for who decides.</summary>
public enum ReasonKind
{
    /// <summary>It insults somebody.</summary>
    Insult,

    /// <summary>It stirs up hatred against people.</summary>
    Hate,

    /// <summary>It tells of somebody what is nobody's business.</summary>
    PersonalData,

    /// <summary>It has nothing to do with the topic.</summary>
    OffTopic,

    /// <summary>It advertises.</summary>
    Advertising,

    /// <summary>Something else, told in words.</summary>
    Other,
}

static class ReasonKinds
{
    /// <summary>Something else needs words.</summary>
    public static void RequireWords(this ReasonKind kind, string? text)
    {
        if (kind == ReasonKind.Other && string.IsNullOrWhiteSpace(text))
            throw new ReasonMissing();
    }
}
