using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Integrationskonzept.Drafting.Migrations
{
    /// <inheritdoc />
    public partial class GoalsAndPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "revision",
                table: "sources",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "topic_area_id",
                table: "sources",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "goal_id",
                table: "measures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "plan",
                table: "measures",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    section_key = table.Column<string>(type: "text", nullable: false),
                    topic_area = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    contribution_ids = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_goals", x => new { x.tenant, x.id });
                });

            migrationBuilder.CreateTable(
                name: "milestone_parts",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "character varying(63)", maxLength: 63, nullable: false),
                    concept_id = table.Column<Guid>(type: "uuid", nullable: false),
                    milestone = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    part_id = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_milestone_parts", x => new { x.tenant, x.concept_id, x.milestone, x.kind, x.part_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_measures_tenant_goal_id",
                table: "measures",
                columns: new[] { "tenant", "goal_id" });

            migrationBuilder.CreateIndex(
                name: "ix_goals_tenant_concept_id_topic_area_position",
                table: "goals",
                columns: new[] { "tenant", "concept_id", "topic_area", "position" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "fk_measures_goals_tenant_goal_id",
                table: "measures",
                columns: new[] { "tenant", "goal_id" },
                principalTable: "goals",
                principalColumns: new[] { "tenant", "id" },
                onDelete: ReferentialAction.Restrict);

            // Of what the milestones that stand already were made. Row-level security binds the owner, too: one Landkreis at a time.
            migrationBuilder.Sql("""
                do $$ declare landkreis text; begin
                    for landkreis in select slug from known_tenants loop
                        perform set_config('app.tenant', landkreis, true);
                        insert into milestone_parts (tenant, concept_id, milestone, kind, part_id, revision)
                        select m.tenant, m.concept_id, m.number, 'Section', s.id, coalesce((
                            select max(r.number) from revisions as r where r.section_id = s.id and r.at <= m.frozen_at), 0)
                        from milestones as m
                        cross join lateral jsonb_array_elements(m.content -> 'sections') as part
                        join sections as s on s.concept_id = m.concept_id and s.key = part ->> 'key';
                        insert into milestone_parts (tenant, concept_id, milestone, kind, part_id)
                        select distinct m.tenant, m.concept_id, m.number, 'Measure', (part #>> '{measure,id}')::uuid
                        from milestones as m cross join lateral jsonb_array_elements(m.content -> 'measures') as part;
                    end loop;
                    perform set_config('app.tenant', '', true);
                end $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_measures_goals_tenant_goal_id",
                table: "measures");

            migrationBuilder.DropTable(
                name: "goals");

            migrationBuilder.DropTable(
                name: "milestone_parts");

            migrationBuilder.DropIndex(
                name: "ix_measures_tenant_goal_id",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "revision",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "topic_area_id",
                table: "sources");

            migrationBuilder.DropColumn(
                name: "goal_id",
                table: "measures");

            migrationBuilder.DropColumn(
                name: "plan",
                table: "measures");
        }
    }
}
