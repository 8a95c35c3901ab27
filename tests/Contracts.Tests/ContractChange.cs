using System.Text.Json.Nodes;

namespace Integrationskonzept.Contracts.Tests;

/// <summary>What differs between two schemas, and whether readers of the older one still understand.</summary>
static class ContractChange
{
    /// <summary>Changes that break somebody: what is gone, what has another type, what is newly required or can newly be null.</summary>
    public static IReadOnlyList<string> Breaking(JsonObject before, JsonObject after) =>
        [.. before.SelectMany(type => after[type.Key] is { } now ? Compare(type.Key, type.Value!, now) : [$"{type.Key} is gone"])];

    static IEnumerable<string> Compare(string path, JsonNode before, JsonNode after)
    {
        if (before is not JsonObject was || after is not JsonObject now)
        {
            if (!JsonNode.DeepEquals(before, after))
                yield return $"{path} was {before.ToJsonString()} and is {after.ToJsonString()}";
            yield break;
        }

        foreach (var (key, value) in was)
            switch (key)
            {
                case "properties":
                    foreach (var (name, property) in value!.AsObject())
                        if (now[key]?[name] is { } kept)
                            foreach (var change in Compare($"{path}.{name}", property!, kept))
                                yield return change;
                        else
                            yield return $"{path}.{name} is gone";
                    break;
                case "items" or "additionalProperties" when now[key] is { } inner:
                    foreach (var change in Compare($"{path}[]", value!, inner))
                        yield return change;
                    break;
                case "required":
                    foreach (var lost in Names(was, key).Except(Names(now, key)))
                        yield return $"{path}.{lost} is no longer always there";
                    break;
                case "enum":
                    foreach (var lost in Names(was, key).Except(Names(now, key)))
                        yield return $"{path} no longer has the value {lost}";
                    break;
                default:
                    if (!JsonNode.DeepEquals(value, now[key]))
                        yield return $"{path} had {key} {value?.ToJsonString()} and has {now[key]?.ToJsonString() ?? "none"}";
                    break;
            }

        // A new member that must be there: messages that are in an outbox or a queue right now don't have it.
        foreach (var added in Names(now, "required").Except(Names(was, "required")))
            yield return $"{path}.{added} is newly required";
    }

    static IEnumerable<string> Names(JsonObject schema, string key) =>
        schema[key]?.AsArray().Select(name => name?.ToString() ?? "null") ?? [];
}
