using System.ComponentModel.DataAnnotations;

namespace Integrationskonzept.Participation.Groups;

/// <summary>Words of a Landkreis.</summary>
/// <param name="De">German, up to 300 characters (a name 60).</param>
/// <param name="En">English; the German where it is missing.</param>
public sealed record GroupWords([Required, MaxLength(300)] string De, [MaxLength(300)] string? En = null)
{
    internal const int Name = 60;

    internal GroupWords Trimmed() => new(De.Trim(), ServiceDefaults.Validation.Words.OrNull(En));
}
