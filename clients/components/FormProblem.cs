namespace Integrationskonzept.Components;

/// <summary>What was wrong with a form: shown once on top, and again at each field that it is about.</summary>
/// <param name="Title">In a word.</param>
/// <param name="Detail">What was wrong and how to mend it.</param>
/// <param name="Fields">By the field's name in the API; a field of a list as <c>agenda[0].title</c>.</param>
public sealed record FormProblem(string Title, string Detail, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>What is wrong with a field or a part of it (<c>addresses[2].address</c> for <c>addresses</c>), or null.</summary>
    public string? At(string? field) =>
        field is null
            ? null
            : Fields.GetValueOrDefault(field)
                ?? Fields
                    .FirstOrDefault(one =>
                        one.Key.StartsWith(field, StringComparison.Ordinal)
                        && one.Key.Length > field.Length
                        && one.Key[field.Length] is '[' or '.'
                    )
                    .Value;
}
