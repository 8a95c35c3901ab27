using Microsoft.AspNetCore.Components;

namespace Integrationskonzept.Components;

/// <summary>What all fields of forms have: a label, a hint, and a place for what is wrong, tied together for who can't see.</summary>
public abstract class FieldBase : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Name in the form.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    /// <summary>Name in the API, by which its problems name it.</summary>
    [Parameter]
    public string? Api { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public bool Required { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [CascadingParameter]
    public FormProblem? Problem { get; set; }

    /// <summary>By names in the form, what stands there now: set where somebody else has saved while the form was filled in.</summary>
    [CascadingParameter(Name = "Standing")]
    public IReadOnlyDictionary<string, string>? Standing { get; set; }

    /// <summary>Set by a form, as a page may show several with the same fields.</summary>
    [CascadingParameter(Name = "IdPrefix")]
    public string? IdPrefix { get; set; }

    protected string Id => $"f-{IdPrefix}{Name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal)}";

    protected string? Error => Problem?.At(Api);

    /// <summary>What stands there now, where that is not what the form says.</summary>
    protected string? Stands =>
        Standing is null ? null
        : Standing.GetValueOrDefault(Name, "") is var now && now.ReplaceLineEndings() != (Value ?? "").ReplaceLineEndings() ? now
        : null;

    protected string? DescribedBy =>
        (Hint, Error) switch
        {
            (null, null) => null,
            (_, null) => $"{Id}-hint",
            (null, _) => $"{Id}-error",
            _ => $"{Id}-hint {Id}-error",
        };

    protected string? Invalid => Error is null ? null : "true";

    protected string Faulty(string block) => Error is null ? block : $"{block} {block}--error";
}
